// Issues — what is said when a case is not there, or not where somebody wants to act on it.

import type { WaitingAt } from '#enrollment/stage'
import type { IssueWords } from '#kit/issue-words'
import type { CaseIssue } from './at-stage.ts'

const stagesId: Readonly<Record<WaitingAt, string>> = {
  form: 'menunggu formulir F-1 diisi',
  village: 'menunggu persetujuan kepala desa',
  queue: 'menunggu antrean ke Loket I',
  called: 'sedang diperiksa di Loket I',
  capture: 'menunggu perekaman',
  attestation: 'menunggu tanda tangan dan cap operator',
  register: 'menunggu disimpan',
  outbox: 'menunggu dikirim ke pusat data',
  center: 'sedang diperiksa di pusat data',
  adjudication: 'sedang diperiksa ahli di pusat data',
  printing: 'menunggu dicetak',
  printer: 'sedang dicetak',
  handover: 'menunggu diserahkan',
  done: 'sudah selesai',
  failed: 'tidak dapat dilanjutkan dan perlu tindak lanjut',
  closed: 'sudah ditutup',
}

const stagesEn: Readonly<Record<WaitingAt, string>> = {
  form: 'is waiting for form F-1 to be filled in',
  village: 'is waiting for the village head',
  queue: 'is waiting in the queue to Loket I',
  called: 'is being examined at Loket I',
  capture: 'is waiting to be captured',
  attestation: 'is waiting for the operator’s signature and stamp',
  register: 'is waiting to be stored',
  outbox: 'is waiting to be sent to the data centre',
  center: 'is being examined at the data centre',
  adjudication: 'is being examined by an expert at the data centre',
  printing: 'is waiting to be printed',
  printer: 'is being printed',
  handover: 'is waiting to be handed over',
  done: 'is finished',
  failed: 'cannot go on and needs attention',
  closed: 'is closed',
}

const at = (words: Readonly<Record<WaitingAt, string>>, stage: unknown) =>
  words[stage as WaitingAt] ?? String(stage)

export const caseIssues: IssueWords<CaseIssue['code']> = {
  'case.unknown': {
    id: () => 'Permohonan ini tidak ditemukan.',
    en: () => 'This application was not found.',
  },
  'case.not-here': {
    id: ({ waitingAt }) => `Belum bisa: permohonan ini ${at(stagesId, waitingAt)}.`,
    en: ({ waitingAt }) => `Not now: this application ${at(stagesEn, waitingAt)}.`,
  },
}
