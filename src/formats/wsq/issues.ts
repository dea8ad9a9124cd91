// Issues — why a WSQ file could not be read, in words.

import type { IssueWords } from '#kit/issue-words'
import type { WsqIssue } from './file.ts'

export const wsqWords: IssueWords<WsqIssue['code']> = {
  'wsq.not-a-wsq': {
    id: () => 'Berkas ini bukan gambar WSQ.',
    en: () => 'This is no WSQ picture.',
  },
  'wsq.too-many-bytes': {
    id: () => 'Berkas WSQ terlalu besar.',
    en: () => 'The WSQ file is too large.',
  },
  'wsq.torn': {
    id: () => 'Berkas WSQ terpotong.',
    en: () => 'The WSQ file is cut short.',
  },
  'wsq.broken': {
    id: () => 'Berkas WSQ rusak.',
    en: () => 'The WSQ file is damaged.',
  },
  'wsq.too-large': {
    id: ({ widthPx, heightPx }) => `Gambar WSQ terlalu besar: ${widthPx} × ${heightPx} piksel.`,
    en: ({ widthPx, heightPx }) => `The WSQ picture is too large: ${widthPx} × ${heightPx} pixels.`,
  },
  'wsq.unsupported': {
    id: () => 'Berkas WSQ ini memakai cara pemampatan yang tidak didukung.',
    en: () => 'This WSQ file is compressed in a way that is not supported.',
  },
}
