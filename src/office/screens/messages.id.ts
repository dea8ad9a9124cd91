// Words of the frame — the office's screens, in Indonesian.

export const messages = {
  standard: 'Standar pelayanan',
  decree: (number: string) => `SK ${number}`,
  poster: 'Unduh poster',
  complaint: 'Sampaikan pengaduan',
  forStaff: 'Masuk petugas',
  phone: 'Telepon',
}

export type Messages = typeof messages
