// Issues — what is said when there is no receipt.

import type { IssueWords } from '#kit/issue-words'

export const attestationIssues: IssueWords = {
  'receipt.none': {
    id: () => 'Tanda bukti untuk permohonan ini belum dibuat.',
    en: () => 'There is no receipt for this application yet.',
  },
}
