// Words — what the office says about any issue: its own rooms' words first, then the trades'.

import { wordsOf } from '#kit/issue-words'
import type { Issue, Language } from '#kit/node/http-refusal'
import { findMessage } from '#resident/messages'
import { staffWords } from '#staff/words'
import { approvalIssues } from './approvals/issues.ts'
import { attestationIssues } from './attestation/issues.ts'
import { captureIssues } from './capture/issues.ts'
import { caseIssues } from './cases/issues.ts'
import { scanIssues } from './cases/scan.ts'
import { complaintIssues } from './complaints/issues.ts'
import { counterIssues } from './counter/issues.ts'
import { formIssues } from './form/issues.ts'
import { handoverIssues } from './handover/issues.ts'
import { outboxIssues } from './outbox/issues.ts'
import { printingIssues } from './printing/issues.ts'
import { queueIssues } from './queue/issues.ts'
import { scannerIssues } from './records/issues.ts'
import { smsIssues } from './sms/issues.ts'
import { statusIssues } from './status/issues.ts'
import { villageIssues } from './village/issues.ts'

const own = wordsOf(
  approvalIssues,
  queueIssues,
  counterIssues,
  caseIssues,
  scanIssues,
  formIssues,
  villageIssues,
  statusIssues,
  complaintIssues,
  smsIssues,
  printingIssues,
  handoverIssues,
  captureIssues,
  scannerIssues,
  attestationIssues,
  outboxIssues,
)

export function officeWords(issue: Issue, language: Language): string | undefined {
  return own(issue, language) ?? staffWords(issue, language) ?? findMessage(issue, language)
}
