// Account — a person who works here, as the other rooms know them.

import type { Selectable } from 'kysely'
import type { Brand } from '#kit/brand'
import type { Role } from './roles.ts'
import type { StaffTables } from './tables.ts'

export type AccountId = Brand<string, 'AccountId'>

export interface Account {
  readonly accountId: AccountId
  /** What is typed at sign-in, in small letters. */
  readonly name: string
  readonly displayName: string
  readonly role: Role
  /** The village of a village head, as `16.06.12.2001`; null for everybody else. */
  readonly villageCode: string | null
  readonly active: boolean
  /** True until the one-time password has been replaced; nothing else can be done before. */
  readonly mustChangePassword: boolean
  readonly createdAt: Date
}

/** An account as its row says. */
export function accountOfRow(row: Selectable<StaffTables['accounts']>): Account {
  return {
    accountId: row.account_id as AccountId,
    name: row.name,
    displayName: row.display_name,
    role: row.role,
    villageCode: row.village_code,
    active: row.active,
    mustChangePassword: row.must_change_password,
    createdAt: row.created_at,
  }
}
