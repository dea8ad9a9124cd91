// Accounts — made, found, changed and deactivated; never deleted, for their acts stay in the log.

import { sql } from 'kysely'
import { fail, ok, type Result } from '#kit/result'
import { type Account, type AccountId, accountOfRow } from './account.ts'
import { type AccountDraft, accountNameOf, type Post } from './account-draft.ts'
import { createSigningKey, retireSigningKey } from './keys.ts'
import { accountsMax } from './limits.ts'
import type { Password } from './password.ts'
import type { Role } from './roles.ts'
import { endSessionsOf } from './sessions.ts'
import type { StaffDb } from './tables.ts'
import type { StaffWorld } from './world.ts'

export type AccountIssue =
  | { readonly code: 'account.name-taken'; readonly name: string }
  | { readonly code: 'account.too-many'; readonly max: number }
  | { readonly code: 'account.unknown' }
  | { readonly code: 'account.last-administrator' }

type Needs = Pick<StaffWorld, 'clock' | 'randomBytes' | 'passwords' | 'vault'>

/** The roles whose holders sign with a key of their own. */
const signingRoles: readonly Role[] = ['operator-ktp']

export interface NewAccount extends AccountDraft {
  readonly password: Password
  readonly mustChangePassword: boolean
}

/** Makes an account, and its signing key where the role signs. In a transaction. */
export async function createAccount(
  tx: StaffDb,
  needs: Needs,
  made: NewAccount,
): Promise<Result<Account, AccountIssue>> {
  const { count } = await tx
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= accountsMax) return fail({ code: 'account.too-many', max: accountsMax })
  const row = await tx
    .insertInto('accounts')
    .values({
      account_id: uuidOf(needs.randomBytes(16)),
      name: made.name,
      display_name: made.displayName,
      role: made.role,
      village_code: made.villageCode,
      password_hash: await needs.passwords.hash(made.password),
      active: true,
      must_change_password: made.mustChangePassword,
      created_at: new Date(needs.clock()),
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return fail({ code: 'account.name-taken', name: made.name })
  const account = accountOfRow(row)
  if (signs(account.role)) await createSigningKey(tx, needs, account.accountId)
  return ok(account)
}

export async function findAccount(db: StaffDb, accountId: string): Promise<Account | undefined> {
  if (!uuidShape.test(accountId)) return undefined
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && accountOfRow(row)
}

/** By the name typed, in whatever case. */
export async function findAccountByName(db: StaffDb, name: string): Promise<Account | undefined> {
  return (await findWithPassword(db, name))?.account
}

/** The account and the hash of its password, for sign-in. */
export async function findWithPassword(
  db: StaffDb,
  name: string,
): Promise<{ readonly account: Account; readonly passwordHash: string } | undefined> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('name', '=', accountNameOf(name))
    .executeTakeFirst()
  return row && { account: accountOfRow(row), passwordHash: row.password_hash }
}

/** All accounts by name; those of one role where it is said. */
export async function listAccounts(db: StaffDb, role?: Role): Promise<readonly Account[]> {
  let rows = db.selectFrom('accounts').selectAll().orderBy('name').limit(accountsMax)
  if (role !== undefined) rows = rows.where('role', '=', role)
  return (await rows.execute()).map(accountOfRow)
}

/** Sets the password and ends the account's sessions, but the one that is kept. In a transaction. */
export async function setPassword(
  tx: StaffDb,
  needs: Needs,
  accountId: AccountId,
  set: {
    readonly password: Password
    readonly mustChangePassword: boolean
    readonly keptSession?: Uint8Array | undefined
  },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({
      password_hash: await needs.passwords.hash(set.password),
      must_change_password: set.mustChangePassword,
    })
    .where('account_id', '=', accountId)
    .execute()
  await endSessionsOf(tx, accountId, set.keptSession)
}

/** Lets an account sign in, or no more; its sessions end at once. In a transaction. */
export async function setActive(
  tx: StaffDb,
  accountId: string,
  active: boolean,
): Promise<Result<Account, AccountIssue>> {
  const account = await findAccount(tx, accountId)
  if (account === undefined) return fail({ code: 'account.unknown' })
  if (!active && (await isLastAdministrator(tx, account)))
    return fail({ code: 'account.last-administrator' })
  await tx
    .updateTable('accounts')
    .set({ active })
    .where('account_id', '=', account.accountId)
    .execute()
  if (!active) await endSessionsOf(tx, account.accountId)
  return ok({ ...account, active })
}

/**
 * Changes what an account may do, which it has to sign in anew for; a signing key comes and goes
 * with the role. In a transaction.
 */
export async function changePost(
  tx: StaffDb,
  needs: Needs,
  accountId: string,
  post: Post,
): Promise<Result<Account, AccountIssue>> {
  const account = await findAccount(tx, accountId)
  if (account === undefined) return fail({ code: 'account.unknown' })
  if (post.role !== 'administrator' && (await isLastAdministrator(tx, account)))
    return fail({ code: 'account.last-administrator' })
  await tx
    .updateTable('accounts')
    .set({ role: post.role, village_code: post.villageCode })
    .where('account_id', '=', account.accountId)
    .execute()
  await endSessionsOf(tx, account.accountId)
  if (signs(post.role) && !signs(account.role)) await createSigningKey(tx, needs, account.accountId)
  if (!signs(post.role) && signs(account.role)) await retireSigningKey(tx, needs, account.accountId)
  return ok({ ...account, ...post })
}

// All administrators are locked, so that two of them cannot deactivate one another at once.
async function isLastAdministrator(tx: StaffDb, account: Account): Promise<boolean> {
  if (account.role !== 'administrator' || !account.active) return false
  const { rows } = await sql<{ account_id: string }>`
    select account_id from accounts where role = 'administrator' and active
    order by account_id for update`.execute(tx)
  return rows.every((row) => row.account_id === account.accountId)
}

function signs(role: Role): boolean {
  return signingRoles.includes(role)
}

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A random UUID. RFC 9562, 5.4. */
function uuidOf(random: Uint8Array): string {
  const bytes = Buffer.from(random)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
