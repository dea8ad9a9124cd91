// Messages — words of the second person, in Indonesian.

import type { ApprovalSubject, Guard } from './subject.ts'

export const messages = {
  title: 'Persetujuan',
  lead: 'Yang meminta tidak memutuskan sendiri. Setiap keputusan dan alasannya dicatat.',
  none: 'Tidak ada yang menunggu keputusan Anda',
  noneHelp: 'Permintaan baru muncul di sini dengan sendirinya.',
  waiting: (count: number) => `${count} menunggu`,
  listName: 'Permintaan yang menunggu',
  kinds: {
    'waive-requirement': 'Pengecualian persyaratan',
    'missing-finger': 'Jari dikecualikan',
    'low-quality': 'Mutu sidik jari di bawah batas',
    'send-on': 'Teruskan walau ada peringatan',
    'handover-without-finger': 'Serahkan kartu tanpa sidik jari',
  } as Readonly<Record<ApprovalSubject['kind'], string>>,
  means: {
    'waive-requirement': 'Permohonan diteruskan ke perekaman tanpa persyaratan ini.',
    'missing-finger': 'Jari ini tidak direkam; kartu tetap dapat terbit dengan jari lainnya.',
    'low-quality': 'Hasil terbaik dari tiga kali percobaan dipakai walau di bawah batas mutu.',
    'send-on': 'Rekaman tetap dikirim; pusat data yang memutuskan.',
    'handover-without-finger':
      'Kartu diserahkan tanpa pencocokan sidik jari, setelah wajah dibandingkan dengan foto pada kartu.',
  } as Readonly<Record<ApprovalSubject['kind'], string>>,
  exceptions: { missing: 'jari tidak ada', unreadable: 'jari ada, tetapi tidak terbaca' },
  fingers: [
    'Jempol kanan',
    'Telunjuk kanan',
    'Jari tengah kanan',
    'Jari manis kanan',
    'Kelingking kanan',
    'Jempol kiri',
    'Telunjuk kiri',
    'Jari tengah kiri',
    'Jari manis kiri',
    'Kelingking kiri',
  ],
  guards: {
    'operator-finger': 'Salah satu jari sama dengan jari operator',
    'finger-twice': 'Satu jari terekam dua kali',
    'already-recorded': 'Sidik jari ini sudah terekam pada permohonan lain',
  } as Readonly<Record<Guard, string>>,
  fingersOnRecord: (count: number) =>
    count === 0 ? 'Tidak ada jari yang direkam' : `${count} jari direkam`,
  refusedTries: 'Tidak cocok',
  times: (count: number) => `${count} kali`,
  what: 'Yang diminta',
  resident: 'Pemohon',
  years: (age: number) => `${age} tahun`,
  village: 'Desa',
  ticket: 'Tiket',
  who: 'Diminta oleh',
  since: 'Menunggu',
  reason: 'Alasan yang disampaikan',
  own: 'Anda sendiri yang meminta; orang lain yang memutuskan.',
  lookAtCounter: 'Lihat berkas di loket',
  grant: 'Setujui',
  refuse: 'Tolak',
  next: 'Berikutnya',
  previous: 'Sebelumnya',
  grantTitle: 'Setujui permintaan ini?',
  refuseTitle: 'Tolak permintaan ini?',
  decisionReason: 'Alasan keputusan',
  decisionHelp: 'Dapat dibaca oleh petugas yang meminta.',
  granted: (ticket: string) => `${ticket}: disetujui. Petugas dapat melanjutkan.`,
  refused: (ticket: string) => `${ticket}: ditolak. Petugas membaca alasan Anda.`,
}

export type Messages = typeof messages
