// Language — the two tongues of the service's words; Indonesian is what a person gets unasked.

export type Language = 'id' | 'en'
