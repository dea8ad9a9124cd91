// Issues — what is said when a card cannot be handed over now.

import type { IssueWords } from '#kit/issue-words'

export const handoverIssues: IssueWords = {
  'handover.no-such-finger': {
    id: () => 'Jari ini tidak direkam pada pemilik kartu. Pilih jari lain.',
    en: () => 'This finger was not recorded for the holder. Choose another finger.',
  },
  'handover.not-read': {
    id: () => 'Jari tidak terbaca. Bersihkan jari dan kaca pemindai, lalu ambil lagi.',
    en: () => 'The finger could not be read. Clean finger and glass, then take it again.',
  },
  'handover.too-many-tries': {
    id: ({ triesMax }) =>
      `Sidik jari sudah ${triesMax} kali tidak cocok hari ini. Kartu tidak diserahkan; pastikan yang datang adalah pemiliknya, dan coba lagi besok atau minta bantuan supervisor.`,
    en: ({ triesMax }) =>
      `The finger did not match ${triesMax} times today. The card stays here; make sure the holder came in person, and try again tomorrow or ask the supervisor.`,
  },
}
