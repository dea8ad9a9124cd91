// Issues — what is said where the dummy phone cannot be used.

import type { IssueWords } from '#kit/issue-words'

export const smsIssues: IssueWords = {
  'sms.no-dummy': {
    id: () => 'Ponsel tiruan hanya ada di instalasi contoh yang SMS-nya berjalan.',
    en: () => 'There is a dummy phone only in a sample installation whose SMS is running.',
  },
}
