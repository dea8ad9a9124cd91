// Issues — what a notice can be refused for, in words.

import type { IssueWords } from '#kit/issue-words'

export const noticeIssues = {
  'notice.span': {
    id: ({ daysMax }) =>
      `Waktu selesai harus sesudah waktu mulai, dan paling lama ${daysMax} hari sesudahnya.`,
    en: ({ daysMax }) =>
      `The end has to come after the beginning, and at most ${daysMax} days after it.`,
  },
  'notice.past': {
    id: () => 'Waktu selesai pengumuman ini sudah lewat.',
    en: () => 'The end of this notice has passed already.',
  },
  'notice.unknown': {
    id: () => 'Pengumuman ini tidak ada atau sudah dicabut.',
    en: () => 'There is no such notice, or it was withdrawn already.',
  },
  'notice.too-many': {
    id: ({ max }) => `Sudah ada ${max} pengumuman. Cabut yang tidak perlu lagi.`,
    en: ({ max }) => `There are ${max} notices already. Withdraw what is no longer needed.`,
  },
} satisfies IssueWords
