// Issues — what is said when a requirement cannot be accepted, or not all of them are.

import type { IssueWords } from '#kit/issue-words'
import { serviceStandard } from '#standard'
import type { CounterIssue } from './counter.ts'

type Code =
  | Exclude<CounterIssue['code'], 'eligibility.too-young'>
  | 'document.unknown'
  | 'document.kind'
  | 'document.too-many'

export const counterIssues: IssueWords<Code> = {
  'counter.not-required': {
    id: () => 'Persyaratan ini tidak diminta dari pemohon ini.',
    en: () => 'This is not required of this resident.',
  },
  'counter.document-missing': {
    id: ({ requirementId }) =>
      `${nameOf(requirementId, 'id')}: berkasnya belum ada. Pindai atau foto dahulu.`,
    en: ({ requirementId }) =>
      `${nameOf(requirementId, 'en')}: there is no paper yet. Scan or photograph it first.`,
  },
  'counter.other-document': {
    id: ({ requirementId }) => `Berkas ini bukan untuk ${nameOf(requirementId, 'id')}.`,
    en: ({ requirementId }) => `This paper is not one for ${nameOf(requirementId, 'en')}.`,
  },
  'counter.not-endorsed': {
    id: () => 'Versi terbaru formulir F-1 belum disetujui kepala desa.',
    en: () => 'The newest version of form F-1 has not been endorsed by the village head.',
  },
  'counter.adult-missing': {
    id: () => 'Nama orang tua atau wali yang mendampingi belum ada pada formulir.',
    en: () => 'The form does not name the parent or guardian who came along.',
  },
  'counter.not-granted': {
    id: ({ requirementId }) =>
      `Supervisor belum menyetujui pengecualian untuk ${nameOf(requirementId, 'id')}.`,
    en: ({ requirementId }) =>
      `The supervisor has not agreed to waive this: ${nameOf(requirementId, 'en')}.`,
  },
  'counter.unsettled': {
    id: ({ requirements }) => `Belum diperiksa: ${namesOf(requirements, 'id')}.`,
    en: ({ requirements }) => `Not settled yet: ${namesOf(requirements, 'en')}.`,
  },
  'document.unknown': {
    id: () => 'Berkas ini tidak ditemukan.',
    en: () => 'This paper was not found.',
  },
  'document.kind': {
    id: () => 'Jenis berkas ini tidak dikenal.',
    en: () => 'There is no such kind of paper.',
  },
  'document.too-many': {
    id: ({ documentsMax }) =>
      `Sudah ada ${documentsMax} berkas untuk permohonan ini; tidak dapat ditambah lagi.`,
    en: ({ documentsMax }) =>
      `There are ${documentsMax} papers of this application already; no more can be added.`,
  },
}

function nameOf(requirementId: unknown, language: 'id' | 'en'): string {
  const requirement = serviceStandard.requirements.find((it) => it.id === requirementId)
  return requirement?.text[language] ?? String(requirementId)
}

function namesOf(requirements: unknown, language: 'id' | 'en'): string {
  return Array.isArray(requirements)
    ? requirements.map((it) => nameOf(it, language)).join('; ')
    : ''
}
