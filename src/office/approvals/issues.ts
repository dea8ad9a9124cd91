// Issues — what is said when the second person cannot decide.

import type { IssueWords } from '#kit/issue-words'
import type { ApprovalIssue } from './approvals.ts'
import type { ApprovedIssue } from './approved.ts'

type Code = ApprovalIssue['code'] | ApprovedIssue['code'] | 'approval.not-waivable'

export const approvalIssues: IssueWords<Code> = {
  'approval.unknown': {
    id: () => 'Permintaan persetujuan ini tidak ditemukan.',
    en: () => 'This request for approval was not found.',
  },
  'approval.decided-already': {
    id: () => 'Permintaan ini sudah diputuskan. Muat ulang daftar.',
    en: () => 'This request was decided already. Reload the list.',
  },
  'approval.own': {
    id: () => 'Anda sendiri yang meminta persetujuan ini; orang lain yang harus memutuskan.',
    en: () => 'You asked for this approval yourself; another person has to decide.',
  },
  'approval.not-waivable': {
    id: () => 'Persyaratan ini tidak dapat dikecualikan menurut standar pelayanan.',
    en: () => 'The service standard lets nobody waive this requirement.',
  },
  'approval.not-for-this': {
    id: () => 'Persetujuan ini bukan untuk hal ini.',
    en: () => 'This approval is not for this.',
  },
  'approval.waiting': {
    id: () => 'Supervisor belum memutuskan. Tunggu sebentar.',
    en: () => 'The supervisor has not decided yet. Wait a moment.',
  },
  'approval.refused': {
    id: ({ reason }) => `Supervisor menolak: ${reason}`,
    en: ({ reason }) => `The supervisor refused: ${reason}`,
  },
}
