// Issues — everything the trade room may refuse, so that both languages have words for all of it.

import type { DraftIssue } from './account-draft.ts'
import type { AccountIssue } from './accounts.ts'
import type { AuditBroken } from './audit.ts'
import type { FirstAdministratorIssue } from './first-administrator.ts'
import type { GuardIssue } from './guard.ts'
import type { OwnPasswordIssue, SignInIssue } from './sign-in.ts'

export type StaffIssue =
  | AccountIssue
  | AuditBroken
  | DraftIssue
  | FirstAdministratorIssue
  | GuardIssue
  | OwnPasswordIssue
  | SignInIssue
  | { readonly code: 'key.none' }

/** A sentence for each code. */
export type StaffMessages = {
  readonly [Code in StaffIssue['code']]: (
    facts: Omit<Extract<StaffIssue, { code: Code }>, 'code'>,
  ) => string
}
