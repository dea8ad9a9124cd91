// Accounts — made, found, changed and deactivated; never deleted, for their acts stay in the log.

import { sql } from 'kysely'
import { fail, ok, type Result } from '#kit/result'
import { type Account, type AccountId, accountOfRow } from './account.ts'
import { type AccountDraft, accountNameOf, isAccountName, type Post } from './account-draft.ts'
import { type Actor, recordAct, type StaffAct } from './audit.ts'
import { createSigningKey, retireSigningKey } from './keys.ts'
import { accountsMax } from './limits.ts'
import type { Password } from './password.ts'
import type { Role } from './roles.ts'
import { endSessionsOf } from './sessions.ts'
import type { StaffDb, StaffTx } from './tables.ts'
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

/** Makes an account, and its signing key where the role signs. */
export async function createAccount(
  tx: StaffTx,
  needs: Needs,
  by: Actor,
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
  await record(tx, needs, by, 'account.created', account)
  if (signs(account.role)) await createSigningKey(tx, needs, by, account.accountId)
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
  typedName: string,
): Promise<{ readonly account: Account; readonly passwordHash: string } | undefined> {
  const name = accountNameOf(typedName)
  if (!isAccountName(name)) return undefined
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('name', '=', name)
    .executeTakeFirst()
  return row && { account: accountOfRow(row), passwordHash: row.password_hash }
}

/** All accounts by name; those of one role where it is said. */
export async function listAccounts(db: StaffDb, role?: Role): Promise<readonly Account[]> {
  let rows = db.selectFrom('accounts').selectAll().orderBy('name').limit(accountsMax)
  if (role !== undefined) rows = rows.where('role', '=', role)
  return (await rows.execute()).map(accountOfRow)
}

export interface PasswordChange {
  readonly password: Password
  readonly mustChangePassword: boolean
  /** The session that goes on; all others of the account end. */
  readonly keptSession?: Uint8Array | undefined
}

/** Sets an account's password, its own or one given to it to be changed at the next sign-in. */
export async function setPassword(
  tx: StaffTx,
  needs: Needs,
  by: Actor,
  account: Account,
  change: PasswordChange,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({
      password_hash: await needs.passwords.hash(change.password),
      must_change_password: change.mustChangePassword,
    })
    .where('account_id', '=', account.accountId)
    .execute()
  await endSessionsOf(tx, account.accountId, change.keptSession)
  await record(tx, needs, by, 'account.password-set', account)
}

/** Lets an account sign in, or no more; its sessions end at once. */
export async function setActive(
  tx: StaffTx,
  needs: Needs,
  by: Actor,
  { accountId, active }: { readonly accountId: string; readonly active: boolean },
): Promise<Result<Account, AccountIssue>> {
  const account = await lockAccount(tx, accountId)
  if (account === undefined) return fail({ code: 'account.unknown' })
  if (!active && (await isLastAdministrator(tx, account)))
    return fail({ code: 'account.last-administrator' })
  const update = tx.updateTable('accounts').set({ active })
  await update.where('account_id', '=', account.accountId).execute()
  await endSessionsOf(tx, account.accountId)
  await record(tx, needs, by, active ? 'account.activated' : 'account.deactivated', account)
  return ok({ ...account, active })
}

/** Changes what an account may do; its sessions end, and a signing key comes and goes with it. */
export async function changePost(
  tx: StaffTx,
  needs: Needs,
  by: Actor,
  { accountId, post }: { readonly accountId: string; readonly post: Post },
): Promise<Result<Account, AccountIssue>> {
  const account = await lockAccount(tx, accountId)
  if (account === undefined) return fail({ code: 'account.unknown' })
  if (post.role !== 'administrator' && (await isLastAdministrator(tx, account)))
    return fail({ code: 'account.last-administrator' })
  const update = tx.updateTable('accounts').set({ role: post.role, village_code: post.villageCode })
  await update.where('account_id', '=', account.accountId).execute()
  await endSessionsOf(tx, account.accountId)
  const changed = { ...account, ...post }
  await record(tx, needs, by, 'account.role-changed', changed)
  if (signs(post.role) && !signs(account.role))
    await createSigningKey(tx, needs, by, account.accountId)
  if (!signs(post.role) && signs(account.role))
    await retireSigningKey(tx, needs, by, account.accountId)
  return ok(changed)
}

// Locks all administrators before the account: were each to lock itself first, two who deactivate
// one another would wait for each other for ever.
async function lockAccount(tx: StaffTx, accountId: string): Promise<Account | undefined> {
  await sql`select 1 from accounts where role = 'administrator' order by account_id for update`.execute(
    tx,
  )
  return findAccount(tx, accountId)
}

async function isLastAdministrator(tx: StaffTx, account: Account): Promise<boolean> {
  if (account.role !== 'administrator' || !account.active) return false
  const administrators = await listAccounts(tx, 'administrator')
  return administrators.filter((it) => it.active).length === 1
}

async function record(
  tx: StaffTx,
  { clock }: Needs,
  actor: Actor,
  act: StaffAct,
  { accountId, role }: Account,
): Promise<void> {
  await recordAct<StaffAct>(tx, { at: clock(), actor, act, subject: { accountId, role } })
}

function signs(role: Role): boolean {
  return signingRoles.includes(role)
}

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A random UUID. RFC 9562, 5.4. */
function uuidOf(random: Uint8Array): AccountId {
  const bytes = Buffer.from(random)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const shape = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/
  return bytes.toString('hex').replace(shape, '$1-$2-$3-$4-$5') as AccountId
}
