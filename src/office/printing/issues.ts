// Issues — what is said when a card cannot be printed now.

import type { IssueWords } from '#kit/issue-words'
import type { CalendarDate } from '#resident/calendar-date'
import { longDate } from '#resident/date-words'

export const printingIssues: IssueWords = {
  'blangko.none': {
    id: ({ stock }) =>
      `Blangko tidak cukup: tersisa ${stock}. Catat kiriman blangko yang datang, lalu cetak lagi.`,
    en: ({ stock }) => `Not enough blank cards: ${stock} left. Enter a delivery, then print again.`,
  },
  'printing.not-first': {
    id: () =>
      'Ada kartu lain yang siap lebih dahulu. Tulis alasan bila kartu ini harus didahulukan.',
    en: () => 'Another card was ready earlier. Give a reason to print this one first.',
  },
  'printing.no-materials': {
    id: () => 'Foto dan tanda tangan dari pusat data belum tiba.',
    en: () => 'Photo and signature have not come back from the data centre yet.',
  },
  'printing.unknown-job': {
    id: () => 'Pekerjaan cetak ini tidak ditemukan.',
    en: () => 'This print job was not found.',
  },
  'printing.job-ended': {
    id: () => 'Pekerjaan cetak ini sudah selesai.',
    en: () => 'This print job has ended already.',
  },
  'card.locked': {
    id: ({ until }) =>
      `Kartu ini baru boleh dicetak dan diserahkan mulai ${longDate(until as CalendarDate, 'id')}, saat pemiliknya berumur 17 tahun.`,
    en: ({ until }) =>
      `This card may be printed and handed over from ${longDate(until as CalendarDate, 'en')}, the holder’s 17th birthday.`,
  },
}
