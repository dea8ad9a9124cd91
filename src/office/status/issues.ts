// Issues — what is said when ticket and birth date do not belong together.

import type { IssueWords } from '#kit/issue-words'

export const statusIssues: IssueWords = {
  'status.not-found': {
    id: () =>
      'Tidak ada permohonan dengan nomor tiket dan tanggal lahir ini. Periksa keduanya pada tiket Anda.',
    en: () => 'There is no application with this ticket and birth date. Check both on your ticket.',
  },
}
