// Words of the pipeline — in Indonesian.

export const messages = {
  title: 'Alur identifikasi',
  lead: 'Dari paket yang tiba sampai keputusan. Halaman ini tidak memuat nama maupun NIK.',
  waiting: 'Menunggu diproses',
  oldest: (when: string) => `yang terlama tiba ${when}`,
  nothingWaits: 'semua sudah diproses',
  people: 'Orang dalam galeri',
  adjudication: 'Menunggu ajudikasi',
  refused: 'Ditolak',
  stuckTitle: 'Sedang dicoba lagi',
  refusedTitle: 'Paket yang ditolak',
  refusedNone: 'Tidak ada paket yang ditolak',
  decisionsTitle: 'Keputusan terakhir',
  decisionsNone: 'Belum ada keputusan',
  case: 'Perkara',
  office: 'Kantor',
  arrived: 'Tiba',
  tries: 'Percobaan',
  why: 'Sebab',
  when: 'Waktu',
  decision: 'Keputusan',
  statuses: {
    PRINT_READY_RECORD: 'Tunggal: siap cetak',
    DUPLICATE_RECORD: 'Sudah terekam',
    ADJUDICATE_RECORD: 'Diperiksa ahli',
    ENROLL_FAILURE_AT_CENTRAL: 'Tidak dapat didaftarkan',
    SEARCH_FAILURE_AT_CENTRAL: 'Tidak dapat dicari',
  } as Readonly<Record<string, string>>,
}

export type Messages = typeof messages
