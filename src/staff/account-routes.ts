// Account routes — the administrator's acts on accounts: list, make, deactivate, move, help in.

import { refuse } from '#kit/node/http-refusal'
import type { HttpApp } from '#kit/node/http-server'
import { fail, ok, type Result } from '#kit/result'
import type { Account, AccountId } from './account.ts'
import { type DraftIssue, type Post, parseAccountDraft, parsePost } from './account-draft.ts'
import {
  type AccountIssue,
  changePost,
  createAccount,
  findAccount,
  listAccounts,
  setActive,
  setPassword,
} from './accounts.ts'
import {
  AccountParams,
  AccountReply,
  type AccountRow,
  AccountsReply,
  ActiveBody,
  NewAccountBody,
  OneTimeReply,
  PostBody,
} from './administration-wire.ts'
import { accountOf, allow } from './guard.ts'
import { createSigningKey, listSigningKeys } from './keys.ts'
import { oneTimePassword } from './password.ts'
import { rolesOf } from './roles.ts'
import type { StaffDb, StaffTx } from './tables.ts'
import type { StaffWorld } from './world.ts'

export interface AccountRoutesWorld extends StaffWorld {
  /** The villages that have a head with an account here. */
  readonly villages: readonly { readonly code: string; readonly name: string }[]
}

const path = '/api/administration/accounts'
const administrators = { onRequest: allow('administrator') }

/** Adds the routes; the server must be guarded already (`sessionRoutes`). */
export function accountRoutes(app: HttpApp, world: AccountRoutesWorld): void {
  addList(app, world)
  addCreation(app, world)
  addChanges(app, world)
  addHelp(app, world)
}

function addList(app: HttpApp, world: AccountRoutesWorld): void {
  const schema = { summary: 'All accounts', response: { 200: AccountsReply } }
  app.get(path, { ...administrators, schema }, async () => {
    const accounts = await listAccounts(world.db)
    const rows = rowsOf(accounts, await signersOf(world.db))
    return { accounts: rows, roles: [...rolesOf(world.program)], villages: [...world.villages] }
  })
}

function addCreation(app: HttpApp, world: AccountRoutesWorld): void {
  const schema = {
    summary: 'Make an account; its one-time password is told this once',
    body: NewAccountBody,
    response: { 201: OneTimeReply },
  }
  app.post(path, { ...administrators, schema }, async (request, reply) => {
    const draft = orRefuse(parseAccountDraft(request.body, world.program))
    const post = orRefuse(knownPost(draft, world))
    const password = oneTimePassword(world.randomBytes)
    const made = { ...draft, ...post, password, mustChangePassword: true }
    const by = accountOf(request).accountId
    const account = await inTx(world, (tx) => createAccount(tx, world, by, made))
    reply.code(201)
    return { account: await rowOf(world.db, account), oneTimePassword: password }
  })
}

function addChanges(app: HttpApp, world: AccountRoutesWorld): void {
  const answers = { params: AccountParams, response: { 200: AccountReply } }

  const active = { summary: 'Let sign in, or no more', body: ActiveBody, ...answers }
  app.post(`${path}/:accountId/active`, { ...administrators, schema: active }, async (request) => {
    const change = { ...request.params, ...request.body }
    const by = accountOf(request).accountId
    const account = await inTx(world, (tx) => setActive(tx, world, by, change))
    return { account: await rowOf(world.db, account) }
  })

  const role = { summary: 'Give another role', body: PostBody, ...answers }
  app.post(`${path}/:accountId/role`, { ...administrators, schema: role }, async (request) => {
    const typed = orRefuse(parsePost(request.body, world.program))
    const change = { ...request.params, post: orRefuse(knownPost(typed, world)) }
    const by = accountOf(request).accountId
    const account = await inTx(world, (tx) => changePost(tx, world, by, change))
    return { account: await rowOf(world.db, account) }
  })
}

function addHelp(app: HttpApp, world: AccountRoutesWorld): void {
  const password = {
    summary: 'Give a new one-time password to who forgot theirs',
    params: AccountParams,
    response: { 200: OneTimeReply },
  }
  app.post(
    `${path}/:accountId/password`,
    { ...administrators, schema: password },
    async (request) => {
      const given = oneTimePassword(world.randomBytes)
      const by = accountOf(request).accountId
      const account = await inTx(world, async (tx) => {
        const found = await findOrFail(tx, request.params.accountId)
        if (!found.ok) return found
        const change = { password: given, mustChangePassword: true }
        await setPassword(tx, world, by, found.value, change)
        return ok({ ...found.value, mustChangePassword: true })
      })
      return { account: await rowOf(world.db, account), oneTimePassword: given }
    },
  )

  const key = {
    summary: 'Give a new signing key; the one before is retired',
    params: AccountParams,
    response: { 200: AccountReply },
  }
  app.post(
    `${path}/:accountId/signing-key`,
    { ...administrators, schema: key },
    async (request) => {
      const by = accountOf(request).accountId
      const account = await inTx(world, async (tx) => {
        const found = await findOrFail(tx, request.params.accountId)
        if (found.ok) await createSigningKey(tx, world, by, found.value.accountId)
        return found
      })
      return { account: await rowOf(world.db, account) }
    },
  )
}

type Issue = AccountIssue | DraftIssue

const statuses: Partial<Record<Issue['code'], number>> = {
  'account.unknown': 404,
  'account.name-taken': 409,
  'account.last-administrator': 409,
}

function orRefuse<Value>(answer: Result<Value, Issue>): Value {
  return answer.ok ? answer.value : refuse(statuses[answer.issue.code] ?? 422, answer.issue)
}

// A refusal is thrown inside the transaction, so that nothing of it stays.
function inTx<Value>(
  world: StaffWorld,
  work: (tx: StaffTx) => Promise<Result<Value, Issue>>,
): Promise<Value> {
  return world.db.transaction().execute(async (tx) => orRefuse(await work(tx)))
}

function knownPost(post: Post, { villages }: AccountRoutesWorld): Result<Post, DraftIssue> {
  const { villageCode } = post
  if (villageCode === null || villages.some((village) => village.code === villageCode))
    return ok(post)
  return fail({ code: 'account.village', villageCode })
}

async function findOrFail(tx: StaffTx, accountId: string): Promise<Result<Account, AccountIssue>> {
  const account = await findAccount(tx, accountId)
  return account === undefined ? fail({ code: 'account.unknown' }) : ok(account)
}

async function signersOf(db: StaffDb): Promise<ReadonlySet<AccountId>> {
  const keys = await listSigningKeys(db)
  return new Set(keys.filter((key) => key.retiredAt === null).map((key) => key.accountId))
}

async function rowOf(db: StaffDb, account: Account): Promise<AccountRow> {
  const [row] = rowsOf([account], await signersOf(db))
  return row as AccountRow
}

function rowsOf(accounts: readonly Account[], signers: ReadonlySet<AccountId>): AccountRow[] {
  return accounts.map((account) => ({
    ...account,
    createdAt: account.createdAt.toISOString(),
    signs: signers.has(account.accountId),
  }))
}
