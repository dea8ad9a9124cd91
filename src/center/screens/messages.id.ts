// Words of the frame — the center's screens, in Indonesian.

export const messages = {
  signIn: 'Masuk',
  signInLead: 'Untuk ajudikator dan petugas pusat data.',
}

export type Messages = typeof messages
