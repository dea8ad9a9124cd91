// Words of adjudication — in Indonesian.

import type { FingerPosition } from '#enrollment/fingers'

const hands = { right: 'kanan', left: 'kiri' }
const digits = ['Ibu jari', 'Telunjuk', 'Jari tengah', 'Jari manis', 'Kelingking']

export const messages = {
  title: 'Ajudikasi',
  lead: 'Perkara yang harus dilihat ahli, yang terlama di atas.',
  list: 'Perkara menunggu',
  none: 'Tidak ada perkara yang menunggu',
  noneHelp: 'Perkara muncul di sini begitu mesin ragu-ragu.',
  reasonTitle: 'Sebab',
  reasons: {
    doubtful: 'Mirip dengan orang lain',
    'own-nik-differs': 'NIK terdaftar dengan jari lain',
    'several-matches': 'Cocok dengan beberapa orang',
    'nothing-to-compare': 'Tidak ada jari untuk dibandingkan',
  },
  office: 'Kantor',
  waitingSince: 'Menunggu sejak',
  candidates: 'Pembanding',
  taken: 'Diperiksa oleh',
  byYou: 'Anda',
  nobody: 'Belum diambil',
  takeNext: 'Ambil yang terlama',
  take: 'Ambil perkara',
  giveBack: 'Kembalikan',
  next: 'Perkara berikutnya',
  takenBy: (name: string) => `Sedang diperiksa ${name}.`,
  takeFirst: 'Ambil perkara ini dahulu untuk dapat memutuskan.',
  newcomer: 'Pemohon baru',
  recorded: 'Sudah terekam',
  recordedOf: (n: number, count: number) => `Sudah terekam (${n} dari ${count})`,
  ownNik: 'NIK yang sama',
  received: 'Diterima',
  photoOf: (who: string) => `Foto: ${who}`,
  noPhoto: 'Foto tidak dapat ditampilkan',
  fingers: 'Sepuluh jari',
  finger: (position: FingerPosition) =>
    `${digits[(position - 1) % 5]} ${position <= 5 ? hands.right : hands.left}`,
  notBoth: 'Tidak ada di salah satu rekaman',
  comparedNothing: 'Mesin tidak membandingkan satu jari pun',
  hasNoFinger: 'Kesepuluh jari pemohon dikecualikan saat perekaman.',
  sharesNoFinger: 'Jari pemohon yang terekam tidak ada pada rekaman orang lain.',
  nikIsNew:
    'NIK ini belum pernah terekam. Periksa foto dan biodata, dan tanyakan kepada kantor bila ragu, sebelum memutuskan.',
  nikIsRecorded: 'NIK ini sudah terekam: bandingkan foto dan biodata keduanya.',
  nothingToCompare: 'Tidak ada jari yang terekam pada keduanya.',
  score: 'Nilai mesin',
  showScore: 'Tampilkan nilai mesin',
  hideScore: 'Sembunyikan nilai mesin',
  lines: 'Pasangan minusi',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  turn: 'Putar',
  contrast: 'Kontras',
  reset: 'Semula',
  previousFinger: 'Jari sebelumnya',
  nextFinger: 'Jari berikutnya',
  viewer: (finger: string, pairs: number) =>
    `${finger}: kiri pemohon baru, kanan yang sudah terekam; ${pairs} pasang minusi. Geser untuk memindahkan, roda untuk memperbesar, keduanya bersama.`,
  pairCount: (count: number) => `${count} pasang minusi`,
  biodata: 'Biodata',
  field: 'Bagian',
  differs: 'Berbeda',
  same: 'Sama',
  verdict: 'Putusan',
  verdicts: {
    'same-person': 'Orang yang sama',
    'different-persons': 'Orang berbeda',
    'cannot-tell': 'Tidak dapat dipastikan',
  },
  notOnRecord: 'Belum pernah terekam',
  consequences: {
    'same-person':
      'Pemohon dinyatakan sama dengan rekaman yang sedang ditampilkan. Kecuali NIK-nya memang sama, kartu tidak diterbitkan.',
    'different-persons':
      'Pemohon dinyatakan belum pernah terekam. Kartu dapat dicetak, kecuali NIK-nya sudah milik orang lain.',
    'cannot-tell': 'Kantor diminta merekam ulang sidik jari pemohon.',
  },
  reasonHelp: 'Apa yang Anda lihat? Alasan disimpan tersegel bersama putusan.',
  decide: 'Putuskan',
  decided: (verdict: string, when: string) => `Diputuskan: ${verdict}, ${when}.`,
  saved: 'Putusan tersimpan dan dikirim ke kantor.',
  moreCame:
    'Belum diputuskan: sementara itu ada orang lain terekam yang mirip. Periksa juga pembanding yang baru.',
}

export type Messages = typeof messages
