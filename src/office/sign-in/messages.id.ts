// Words of the sign-in pages, in Indonesian.

export const messages = {
  title: 'Masuk petugas',
  lead: 'Untuk petugas kantor. Penduduk tidak perlu masuk.',
  password: 'Ganti kata sandi',
  passwordMust: 'Kata sandi Anda masih yang pertama. Sebelum bekerja, ganti dengan milik sendiri.',
  passwordLead: 'Sesudah diganti, kata sandi lama tidak berlaku lagi.',
  passwordChanged: 'Kata sandi Anda sudah diganti.',
  toWork: 'Ke halaman kerja',
}

export type Messages = typeof messages
