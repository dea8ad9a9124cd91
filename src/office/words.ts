// Words — what the office says about any issue: its own rooms' words first, then the trades'.

import { wordsOf } from '#kit/issue-words'
import type { Issue, Language } from '#kit/node/http-refusal'
import { messageOf } from '#resident/messages'
import { staffWords } from '#staff/words'
import { approvalIssues } from './approvals/issues.ts'

const own = wordsOf(approvalIssues)

export function officeWords(issue: Issue, language: Language): string | undefined {
  return own(issue, language) ?? staffWords(issue, language) ?? residentWords(issue, language)
}

/** The resident room knows its own codes; what it does not know is somebody else's. */
function residentWords(issue: Issue, language: Language): string | undefined {
  return messageOf(issue as unknown as Parameters<typeof messageOf>[0], language)
}
