// Issues — what is said when somebody cannot be queued or called.

import type { IssueWords } from '#kit/issue-words'

export const queueIssues: IssueWords = {
  'queue.empty': {
    id: () => 'Tidak ada yang menunggu untuk dipanggil.',
    en: () => 'Nobody is waiting to be called.',
  },
  'queue.unknown': {
    id: ({ number }) => `Nomor ${number} tidak ada dalam antrean hari ini.`,
    en: ({ number }) => `Number ${number} is not in today’s queue.`,
  },
  'queue.jump-reason': {
    id: ({ number, next }) =>
      `Giliran berikutnya ${next}. Untuk mendahulukan ${number}, tulis alasannya; alasan ini dicatat.`,
    en: ({ number, next }) =>
      `${next} is next. To call ${number} first, write down why; the reason is recorded.`,
  },
  'queue.busy': {
    id: () => 'Antrean sedang berubah. Coba panggil lagi.',
    en: () => 'The queue is changing just now. Call again.',
  },
  'queue.not-elderly': {
    id: ({ age }) =>
      `Menurut formulir usianya ${age} tahun; jalur lansia mulai 60 tahun. Pilih alasan lain bila ada.`,
    en: ({ age }) =>
      `By the form the age is ${age}; the lane for the elderly begins at 60. Choose another reason if there is one.`,
  },
}
