// First administrator — made by a command, once; every other account is made by an administrator.

import { sql } from 'kysely'
import { fail, type Result } from '#kit/result'
import type { Account } from './account.ts'
import { type DraftIssue, parseAccountDraft } from './account-draft.ts'
import { type AccountIssue, createAccount } from './accounts.ts'
import { type PasswordIssue, parsePassword } from './password.ts'
import type { StaffWorld } from './world.ts'

export interface FirstAdministrator {
  readonly name: string
  readonly displayName: string
  readonly password: string
}

export type FirstAdministratorIssue =
  | DraftIssue
  | PasswordIssue
  | AccountIssue
  | { readonly code: 'administrator.exists' }

/** Refuses where an administrator exists, active or not: then there is somebody to ask. */
export async function createFirstAdministrator(
  world: StaffWorld,
  typed: FirstAdministrator,
): Promise<Result<Account, FirstAdministratorIssue>> {
  const draft = parseAccountDraft({ ...typed, role: 'administrator' }, world.program)
  if (!draft.ok) return draft
  const password = parsePassword(typed.password, draft.value.name)
  if (!password.ok) return password
  return world.db.transaction().execute(async (tx) => {
    // Of two commands at once, the second sees what the first has made.
    await sql`lock table accounts in share row exclusive mode`.execute(tx)
    const existing = tx.selectFrom('accounts').select('name').where('role', '=', 'administrator')
    if ((await existing.limit(1).executeTakeFirst()) !== undefined)
      return fail({ code: 'administrator.exists' })
    const made = { ...draft.value, password: password.value, mustChangePassword: false }
    return createAccount(tx, world, 'system', made)
  })
}
