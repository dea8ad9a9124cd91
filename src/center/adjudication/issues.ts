// Issues — what the adjudicators' acts can be refused for, in words.

import type { IssueWords } from '#kit/issue-words'

export const adjudicationIssues = {
  'adjudication.unknown': {
    id: () => 'Perkara ini tidak ada dalam daftar ajudikasi.',
    en: () => 'This case is not among those to be adjudicated.',
  },
  'adjudication.claimed': {
    id: () => 'Perkara ini sedang diperiksa petugas lain.',
    en: () => 'Somebody else is examining this case.',
  },
  'adjudication.not-claimed': {
    id: () => 'Ambil perkara ini dahulu, baru dapat dilihat dan diputuskan.',
    en: () => 'Take this case first; then it can be seen and decided.',
  },
  'adjudication.decided': {
    id: () => 'Perkara ini sudah diputuskan.',
    en: () => 'This case has been decided already.',
  },
  'adjudication.not-searched': {
    id: () =>
      'Galeri belum dapat dicari seluruhnya, jadi putusan belum dicatat. Coba lagi sebentar lagi.',
    en: () =>
      'Not all of the gallery could be searched, so the verdict was not recorded. Try again soon.',
  },
  'adjudication.same-as': {
    id: () => 'Pilih rekaman yang menurut Anda milik orang yang sama.',
    en: () => 'Choose the record that you found to be the same person’s.',
  },
  'adjudication.reason-missing': {
    id: () => 'Tuliskan alasan putusan Anda.',
    en: () => 'Write down the reason for your verdict.',
  },
  'adjudication.own-opinion': {
    id: () => 'Anda sudah memberi putusan untuk perkara ini; sekarang giliran orang lain.',
    en: () => 'You have given your verdict in this case; now it is somebody else’s turn.',
  },
  'adjudication.disputed': {
    id: () => 'Dua ahli berbeda pendapat; perkara ini diputuskan supervisor.',
    en: () => 'Two experts differed; the supervisor decides this case.',
  },
  'adjudication.not-disputed': {
    id: () => 'Supervisor hanya memutuskan perkara yang diperselisihkan dua ahli.',
    en: () => 'A supervisor decides only what two experts differed about.',
  },
  'adjudication.needs-two': {
    id: () =>
      '“Orang yang sama” memerlukan dua orang yang menemukannya. Belum ada ahli yang menyatakan rekaman ini sama.',
    en: () =>
      '“Same person” takes two who found so. No expert has yet found this record to be the same person’s.',
  },
  'adjudication.nik-of-another': {
    id: () => 'NIK ini sudah terdaftar untuk orang lain. Periksa kembali biodata di kantor.',
    en: () => 'This NIK is recorded for somebody else. The office has to check the biodata.',
  },
  'adjudication.recapture': {
    id: () => 'Sidik jari tidak cukup jelas untuk diputuskan; perlu direkam ulang.',
    en: () => 'The prints are not clear enough to decide on; they have to be retaken.',
  },
  'adjudication.not-decided': {
    id: () => 'Belum ada keputusan untuk perkara ini.',
    en: () => 'Nothing has been decided about this case yet.',
  },
  'adjudication.no-image': {
    id: () => 'Gambar ini tidak ada dalam rekaman.',
    en: () => 'The record does not hold this image.',
  },
} satisfies IssueWords
