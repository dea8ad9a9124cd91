// Issues — why a packet does not go on, in words.

import type { IssueWords } from '#kit/issue-words'

export const workIssues = {
  'center.gave-up': {
    id: () =>
      'Berkali-kali gagal karena gangguan di pusat data; tidak dicoba lagi dengan sendirinya.',
    en: () => 'A fault at the data center, time and again; it is not tried again by itself.',
  },
  SEARCH_FAILURE_AT_CENTRAL: {
    id: () => 'Galeri belum dapat dicari seluruhnya; paket dicoba lagi dengan sendirinya.',
    en: () => 'Not all of the gallery could be searched; the packet is tried again by itself.',
  },
  'search.deadline': {
    id: () => 'Pencarian di galeri melewati batas waktu; paket dicoba lagi dengan sendirinya.',
    en: () => 'The search of the gallery ran out of time; the packet is tried again by itself.',
  },
  'packet.not-set-aside': {
    id: () => 'Paket ini tidak lagi disisihkan.',
    en: () => 'This packet is no longer set aside.',
  },
} satisfies IssueWords
