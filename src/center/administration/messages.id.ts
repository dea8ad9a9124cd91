// Words of the center's administration — its pages and its own acts, in Indonesian.

import type { CenterAct } from '../log/act.ts'

export const messages = {
  title: 'Akun',
  toAudit: 'Catatan perbuatan',
  experts: {
    lacking: (cases: string, experts: number) =>
      experts === 0
        ? `${cases} perkara menunggu, dan belum ada ajudikator`
        : `${cases} perkara menunggu ajudikator kedua`,
    few: (experts: string, waiting: string) =>
      `Ada ${experts} ajudikator yang dapat masuk, dan ${waiting} perkara menunggu`,
    whatToDo:
      'Putusan “orang yang sama” memerlukan dua ajudikator yang memeriksa sendiri-sendiri. Buat akun baru dengan peran Ajudikator, atau aktifkan lagi yang ada.',
  },
  acts: {
    'adjudication.claimed': 'Perkara ajudikasi diambil',
    'adjudication.decided': 'Perkara ajudikasi diputuskan',
    'adjudication.disputed': 'Para ahli ajudikasi berbeda pendapat',
    'adjudication.image-seen': 'Gambar rekaman dilihat',
    'adjudication.opened': 'Perkara ajudikasi dibuka',
    'adjudication.proposed': 'Orang yang sama diusulkan: perlu ahli kedua',
    'adjudication.released': 'Perkara ajudikasi dikembalikan',
    'notice.withdrawn': 'Pengumuman untuk kantor dicabut',
    'notice.written': 'Pengumuman untuk kantor ditulis',
    'office-code.made': 'Kode untuk kantor baru dibuat',
    'office.revoked': 'Kunci kantor dicabut',
    'packet.tried-again': 'Paket yang disisihkan dicoba lagi',
    'pipeline.drained': 'Alur identifikasi menyelesaikan yang berjalan, tanpa paket baru',
    'pipeline.paused': 'Alur identifikasi dihentikan sementara',
    'pipeline.resumed': 'Alur identifikasi dilanjutkan',
  } satisfies Record<CenterAct, string>,
  subjects: {
    caseId: 'perkara',
    of: 'rekaman',
    item: 'gambar',
    verdict: 'putusan',
    sameAs: 'sama dengan',
    noticeId: 'pengumuman',
    kind: 'jenis',
    officeId: 'kantor',
  },
  values: {
    'same-person': 'orang yang sama',
    'different-persons': 'orang berbeda',
    'cannot-tell': 'tidak dapat dipastikan',
    outage: 'gangguan',
    pause: 'jeda',
    maintenance: 'pemeliharaan',
    photo: 'foto',
    signature: 'tanda tangan',
    'finger-1': 'ibu jari kanan',
    'finger-2': 'telunjuk kanan',
    'finger-3': 'jari tengah kanan',
    'finger-4': 'jari manis kanan',
    'finger-5': 'kelingking kanan',
    'finger-6': 'ibu jari kiri',
    'finger-7': 'telunjuk kiri',
    'finger-8': 'jari tengah kiri',
    'finger-9': 'jari manis kiri',
    'finger-10': 'kelingking kiri',
  },
}

export type Messages = typeof messages
