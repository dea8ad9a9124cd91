// Words of the page of notices — in Indonesian.

import type { NoticeKind } from '#enrollment/notices'

export const messages = {
  title: 'Pengumuman untuk kantor',
  lead: 'Gangguan, jeda, dan pemeliharaan: tampil di layar semua petugas kecamatan.',
  write: 'Tulis pengumuman',
  kind: 'Tentang',
  kinds: {
    outage: 'Gangguan',
    pause: 'Jeda layanan',
    maintenance: 'Pemeliharaan',
  } satisfies Record<NoticeKind, string>,
  from: 'Mulai',
  to: 'Selesai',
  textId: 'Isi dalam bahasa Indonesia',
  textEn: 'Isi dalam bahasa Inggris',
  textHelp: 'Apa yang terjadi dan apa yang perlu dilakukan petugas. Jangan menyebut nama warga.',
  publish: 'Umumkan ke semua kantor',
  published: 'Pengumuman dikirim. Kantor yang tersambung menampilkannya dalam beberapa detik.',
  incomplete: 'Pilih jenisnya, isi waktu mulai dan selesai, dan tulis kedua teks.',
  standing: 'Yang sedang dan akan tampil',
  none: 'Tidak ada pengumuman',
  noneHelp: 'Kantor tidak diberi tahu apa pun sekarang.',
  text: 'Isi',
  withdraw: 'Cabut',
  withdrawTitle: 'Cabut pengumuman ini?',
  withdrawHelp: 'Pengumuman hilang dari layar semua kantor.',
}

export type Messages = typeof messages
