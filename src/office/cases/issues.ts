// Issues — what is said when a case is not there, or not where somebody wants to act on it.

import type { IssueWords } from '#kit/issue-words'
import type { CaseIssue } from './at-stage.ts'
import { stageWords } from './stage-words.ts'

export const caseIssues: IssueWords<CaseIssue['code']> = {
  'case.unknown': {
    id: () => 'Permohonan ini tidak ditemukan.',
    en: () => 'This application was not found.',
  },
  'case.not-here': {
    id: ({ waitingAt }) => `Belum bisa: permohonan ini ${stageWords(waitingAt, 'id')}.`,
    en: ({ waitingAt }) => `Not now: this application ${stageWords(waitingAt, 'en')}.`,
  },
}
