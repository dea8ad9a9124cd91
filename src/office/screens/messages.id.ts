// Words of the frame — the office's screens, in Indonesian.

export const messages = {
  pages: {
    desk: 'Meja informasi',
    village: 'Formulir desa',
    counter: 'Loket',
    capture: 'Perekaman',
    outbox: 'Pengiriman',
    printing: 'Cetak kartu',
    handover: 'Serah terima',
    supervisor: 'Supervisor',
    complaints: 'Pengaduan',
    camat: 'Ringkasan camat',
    administration: 'Administrasi',
  },
  notFound: 'Halaman ini tidak ada',
  notFoundHelp: 'Alamatnya mungkin keliru ketik, atau halamannya sudah dipindahkan.',
  toPortal: 'Ke halaman depan',
  toOwnPage: 'Ke halaman kerja Anda',
  notYours: 'Halaman ini bukan untuk peran Anda',
  notYoursHelp: (role: string) =>
    `Anda masuk sebagai ${role}. Bila tugas Anda memerlukan halaman ini, hubungi administrator.`,
  noPages: 'Peran Anda belum mempunyai halaman kerja di kantor ini',
  noPagesHelp: 'Hubungi administrator, atau keluar dan masuk dengan akun lain.',
  standard: 'Standar pelayanan',
  decree: (number: string) => `SK ${number}`,
  poster: 'Unduh poster',
  complaint: 'Sampaikan pengaduan',
  forStaff: 'Masuk petugas',
  phone: 'Telepon',
}

export type Messages = typeof messages
