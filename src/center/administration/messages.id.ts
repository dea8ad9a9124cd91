// Words of the center's administration — its pages and its own acts, in Indonesian.

import type { CenterAct } from '../log/act.ts'

export const messages = {
  title: 'Akun',
  toAudit: 'Catatan perbuatan',
  acts: {
    'adjudication.claimed': 'Perkara ajudikasi diambil',
    'adjudication.decided': 'Perkara ajudikasi diputuskan',
    'adjudication.image-seen': 'Gambar rekaman dilihat',
    'adjudication.opened': 'Perkara ajudikasi dibuka',
    'adjudication.released': 'Perkara ajudikasi dikembalikan',
    'office-code.made': 'Kode untuk kantor baru dibuat',
  } satisfies Record<CenterAct, string>,
  subjects: {
    caseId: 'perkara',
    of: 'rekaman',
    item: 'gambar',
    verdict: 'putusan',
    sameAs: 'sama dengan',
  },
}

export type Messages = typeof messages
