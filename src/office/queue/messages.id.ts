// Messages — words of the waiting room, in Indonesian.

export const messages = {
  title: 'Antrean',
  calling: 'Nomor antrean',
  please: (place: string) => `Silakan ke ${place}`,
  nobody: 'Belum ada yang dipanggil',
  nobodyHelp: (place: string) => `Nomor Anda akan tampil di sini dan dipanggil ke ${place}.`,
  also: 'Juga dilayani',
  next: 'Berikutnya',
  nobodyNext: 'Tidak ada antrean',
  waiting: (count: number) => `${count} orang menunggu`,
  today: 'Rata-rata hari ini',
  promised: (minutes: number) => `janji kami ${minutes} menit di loket`,
  noneYet: 'Belum ada yang selesai hari ini',
  served: (count: number) => `${count} orang selesai`,
  lanes: 'B: lansia, penyandang disabilitas, ibu hamil',
  free: 'GRATIS',
  report: (sms: string) => `Laporkan pungutan liar: SMS ${sms}`,
  voiceOn: 'Suara menyala',
  voiceOff: 'Nyalakan suara',
  noVoice: 'Komputer ini tidak mempunyai suara Indonesia; panggilan dibunyikan dengan nada.',
  fullScreen: 'Layar penuh',
  away: 'Tanpa sambungan — nomor terakhir tetap tampil',
  toFront: 'Halaman depan',
}

export type Messages = typeof messages
