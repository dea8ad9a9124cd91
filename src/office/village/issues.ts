// Issues — what is said when a form cannot be endorsed.

import type { IssueWords } from '#kit/issue-words'

export const villageIssues: IssueWords = {
  'village.other-version': {
    id: () => 'Formulir ini sudah diubah sejak Anda membukanya. Buka lagi, lalu putuskan.',
    en: () => 'This form was changed since you opened it. Open it again, then decide.',
  },
  'village.scan-unreadable': {
    id: () => 'Berkas pindaian kosong atau rusak. Pindai lagi lembar yang sudah ditandatangani.',
    en: () => 'The scan is empty or damaged. Scan the signed sheet again.',
  },
  'village.no-endorsement': {
    id: () => 'Formulir ini belum disetujui kepala desa.',
    en: () => 'The village head has not endorsed this form yet.',
  },
}
