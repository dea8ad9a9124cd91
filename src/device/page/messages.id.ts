// Words of the stand-in scanner’s page — in Indonesian.

export const messages = {
  language: 'id',
  title: 'Alat pemindai tiruan',
  intro:
    'Program ini berdiri di tempat alat pemindai sidik jari dan memainkan jari orang yang tidak ada. Pilih siapa yang sedang berdiri di depan alat; lalu rekam sidik jarinya dari layar petugas.',
  nowStanding: 'Sedang berdiri di depan alat',
  synthetic: (person: string, visit: number) => `Orang ${person}, kedatangan ke-${visit}`,
  folder: (person: string, visit: number) =>
    `Orang ${person} dari map gambar, kedatangan ke-${visit}`,
  status: { Ready: 'Siap', Busy: 'Sedang merekam' } as Readonly<Record<string, string>>,
  next: 'Orang berikutnya',
  choose: 'Pilih orang',
  person: (number: number) => `Orang ${number}`,
  again:
    'Memilih orang yang sama lagi berarti ia datang sekali lagi: jarinya sama, tekanannya lain.',
  other: 'English',
  otherLanguage: 'en',
}

export type Messages = typeof messages
