// Words of the outbox — in Indonesian.

export const messages = {
  title: 'Pengiriman',
  lead: 'Rekaman yang menunggu sampai di pusat data. Tidak ada yang hilang saat jaringan putus.',
  line: 'Jaringan ke pusat data',
  lineGood: 'Tersambung',
  lineBad: 'Terganggu',
  lineNew: 'Belum pernah tersambung',
  notEnrolled: 'Kantor belum terdaftar di pusat data',
  notEnrolledHelp: 'Administrator mendaftarkan kantor dengan kode dari pusat data.',
  lastHeard: (when: string) => `Terakhir terhubung ${when}`,
  waiting: 'Menunggu dikirim',
  oldest: (since: string) => `yang terlama ${since}`,
  size: 'Sisa kiriman',
  sendNow: 'Kirim sekarang',
  asked: (count: number) => `${count} kiriman dicoba sekarang.`,
  none: 'Semua rekaman sudah sampai di pusat data',
  noneHelp: 'Yang baru disimpan dikirim dengan sendirinya.',
  ticket: 'Tiket',
  since: 'Menunggu sejak',
  sent: 'Terkirim',
  sentOf: (sent: string, all: string) => `${sent} dari ${all} kB`,
  tries: 'Percobaan',
  next: 'Dicoba lagi',
  problem: 'Keterangan',
  noProblem: 'Menunggu giliran',
}

export type Messages = typeof messages
