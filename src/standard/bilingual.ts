// Bilingual — the same words in both languages of the service.

export type Bilingual = Readonly<Record<'id' | 'en', string>>
