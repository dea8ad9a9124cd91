// Messages — words of the SMS page, in Indonesian.

export const messages = {
  title: 'SMS',
  back: 'Administrasi',
  lead: 'Pengaduan dan status lewat SMS. Nomor dan isi pesan tersegel; di sini hanya jumlahnya.',
  line: 'Keadaan',
  states: {
    off: 'SMS tidak dinyalakan di instalasi ini',
    running: 'SMS berjalan',
    outside: 'SMS dijalankan oleh gammu-smsd di luar Loket',
    'not-installed': 'Program gammu-smsd belum terpasang',
  },
  helps: {
    off: 'Tetapkan LOKET_SMS_MODEM_DEVICE, lalu mulai ulang. Pengaduan tetap dapat lewat portal, petugas, dan kotak saran.',
    running: 'Pesan masuk dibaca setiap detik.',
    outside: 'Loket membaca dan menulis folder LOKET_SMS_FOLDER.',
    'not-installed':
      'Pasang paket gammu-smsd (Debian: apt install gammu-smsd), lalu mulai ulang. Pesan keluar menunggu sampai itu.',
  },
  dummy: 'Modem tiruan: tidak ada pesan yang benar-benar keluar dari komputer ini.',
  problem: (text: string) => `Keluhan terakhir modem: ${text}`,
  since: (when: string) => `Sejak ${when}`,
  number: 'Nomor pengaduan',
  lastDay: 'Dua puluh empat jam terakhir',
  received: 'Masuk',
  sent: 'Keluar',
  waiting: 'Menunggu keluar',
  failed: 'Gagal keluar',
  tryTitle: 'Coba dengan ponsel tiruan',
  tryHelp:
    'Pesan ini masuk ke modem tiruan seperti dari ponsel warga, dibaca gammu-smsd, lalu dijawab.',
  from: 'Dari nomor',
  text: 'Pesan',
  send: 'Kirim pesan',
  conversation: 'Jawaban kepada nomor ini',
  noReply: 'Belum ada jawaban; tunggu beberapa detik.',
}

export type Messages = typeof messages
