// Words — the trade room's sentences, looked up by the code of an issue.

import type { Issue, Language } from '#kit/node/http-refusal'
import type { StaffIssue, StaffMessages } from './issues.ts'
import { staffMessagesEn } from './messages.en.ts'
import { staffMessagesId } from './messages.id.ts'

const messages: Readonly<Record<Language, StaffMessages>> = {
  id: staffMessagesId,
  en: staffMessagesEn,
}

/** For the `words` of an HTTP server; undefined for a code of another room. */
export function staffWords(issue: Issue, language: Language): string | undefined {
  if (!Object.hasOwn(staffMessagesId, issue.code)) return undefined
  const code = issue.code as StaffIssue['code']
  const sentence = messages[language][code] as (facts: Issue) => string
  return sentence(issue)
}
