// Issues — why a finger minutiae record could not be read, in words.

import type { IssueWords } from '#kit/issue-words'
import type { MinutiaeRecordIssue } from './record.ts'

export const minutiaeRecordWords: IssueWords<MinutiaeRecordIssue['code']> = {
  'fmr.not-a-minutiae-record': {
    id: () => 'Berkas ini bukan rekaman minutiae sidik jari.',
    en: () => 'This is no finger minutiae record.',
  },
  'fmr.too-many-bytes': {
    id: () => 'Rekaman minutiae terlalu besar.',
    en: () => 'The minutiae record is too large.',
  },
  'fmr.edition': {
    id: () => 'Edisi rekaman minutiae ini tidak dikenal.',
    en: () => 'The edition of the minutiae record is unknown.',
  },
  'fmr.torn': {
    id: () => 'Rekaman minutiae terpotong.',
    en: () => 'The minutiae record is cut short.',
  },
  'fmr.field': {
    id: ({ field }) => `Isi rekaman minutiae bertentangan dengan standar: ${field}.`,
    en: ({ field }) => `A field of the minutiae record contradicts the standard: ${field}.`,
  },
  'fmr.views': {
    id: ({ count }) => `Jumlah sidik jari dalam rekaman tidak dapat diterima: ${count}.`,
    en: ({ count }) => `The record cannot have so many views: ${count}.`,
  },
  'fmr.position': {
    id: () => 'Rekaman minutiae menyebut jari yang tidak ada.',
    en: () => 'The minutiae record names a finger that does not exist.',
  },
  'fmr.resolution': {
    id: () => 'Resolusi dalam rekaman minutiae tidak dapat dipakai.',
    en: () => 'The resolution of the minutiae record cannot be used.',
  },
  'fmr.outside': {
    id: () => 'Ada minutiae di luar gambarnya.',
    en: () => 'A minutia lies outside of its image.',
  },
  'fmr.views-differ': {
    id: () => 'Edisi itu tidak dapat memuat gambar yang berbeda ukuran atau resolusi.',
    en: () => 'That edition cannot hold images of different sizes or resolutions.',
  },
}
