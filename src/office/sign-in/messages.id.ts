// Messages — the sign-in page in Indonesian.

// Words of the sign-in page, in Indonesian.

export const messages = {
  title: 'Masuk petugas',
  lead: 'Untuk petugas kantor. Penduduk tidak perlu masuk.',
}

export type Messages = typeof messages
