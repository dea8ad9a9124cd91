// Sign-in — a name and a password become a session, or a wait when they have been tried too often.

import { fail, ok, type Result } from '#kit/result'
import type { Account } from './account.ts'
import { accountNameOf } from './account-draft.ts'
import { findWithPassword, setPassword } from './accounts.ts'
import { type AttemptLimit, addressKeyOf, attemptLimit } from './attempts.ts'
import { recordAct, type StaffAct } from './audit.ts'
import {
  accountNameLengthMax,
  attemptKeysMax,
  attemptsPerAddressMax,
  attemptsPerNameMax,
  attemptsWindowMs,
} from './limits.ts'
import { type PasswordIssue, parsePassword } from './password.ts'
import { endSession, type OpenedSession, openSession, type Session } from './sessions.ts'
import type { StaffWorld } from './world.ts'

export interface SignInAttempt {
  readonly name: string
  readonly password: string
  /** Where it comes from: an IP address. */
  readonly address: string
}

export interface SignedIn extends OpenedSession {
  readonly account: Account
}

export type TooMany = { readonly code: 'session.too-many'; readonly waitSeconds: number }

/** One code for an unknown name, a wrong password and an account that is not active. */
export type SignInIssue = TooMany | { readonly code: 'session.wrong' }

export type OwnPasswordIssue =
  | TooMany
  | PasswordIssue
  | { readonly code: 'password.wrong' }
  | { readonly code: 'password.same' }

export interface SignInDesk {
  signIn(attempt: SignInAttempt): Promise<Result<SignedIn, SignInIssue>>
  signOut(session: Session): Promise<void>
  /** Changes one's own password; one's other sessions end. */
  changePassword(
    session: Session,
    typed: { readonly current: string; readonly next: string },
  ): Promise<Result<void, OwnPasswordIssue>>
}

/** The desk remembers, in bounded memory, who tried how often. */
export function signInDesk(world: StaffWorld): SignInDesk {
  const limit = (attemptsMax: number) =>
    attemptLimit({
      clock: world.clock,
      attemptsMax,
      windowMs: attemptsWindowMs,
      keysMax: attemptKeysMax,
    })
  const perAddress = limit(attemptsPerAddressMax)
  const perName = limit(attemptsPerNameMax)
  return {
    async signIn(attempt) {
      const address = addressKeyOf(attempt.address)
      const name = accountNameOf(attempt.name).slice(0, accountNameLengthMax + 1)
      const waitMs = perAddress.begin(address) || perName.begin(name)
      if (waitMs > 0) return fail(tooMany(waitMs))
      const account = await findMatching(world, attempt)
      if (account === undefined) return fail({ code: 'session.wrong' })
      perAddress.takeBack(address)
      perName.forgive(name)
      return ok(await open(world, account))
    },
    signOut: (session) => close(world, session),
    changePassword: (session, typed) => changeOwn(world, perName, session, typed),
  }
}

async function findMatching(
  world: StaffWorld,
  { name, password }: SignInAttempt,
): Promise<Account | undefined> {
  const found = await findWithPassword(world.db, name)
  const matches = await world.passwords.verify(found?.passwordHash, password)
  if (found === undefined) return undefined
  if (matches && found.account.active) return found.account
  const { accountId } = found.account
  await world.db.transaction().execute((tx) =>
    recordAct<StaffAct>(tx, {
      at: world.clock(),
      actor: 'system',
      act: 'session.refused',
      subject: { accountId },
    }),
  )
  return undefined
}

async function open(world: StaffWorld, account: Account): Promise<SignedIn> {
  const { accountId } = account
  return world.db.transaction().execute(async (tx) => {
    const session = await openSession(tx, world, accountId)
    const act = 'session.opened'
    await recordAct<StaffAct>(tx, {
      at: world.clock(),
      actor: accountId,
      act,
      subject: { accountId },
    })
    return { ...session, account }
  })
}

async function close(world: StaffWorld, { account, tokenHash }: Session): Promise<void> {
  const { accountId } = account
  await world.db.transaction().execute(async (tx) => {
    await endSession(tx, tokenHash)
    const act = 'session.closed'
    await recordAct<StaffAct>(tx, {
      at: world.clock(),
      actor: accountId,
      act,
      subject: { accountId },
    })
  })
}

// Whoever finds a browser signed in must not be able to guess the password there without end.
async function changeOwn(
  world: StaffWorld,
  perName: AttemptLimit,
  { account, tokenHash }: Session,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Result<void, OwnPasswordIssue>> {
  const waitMs = perName.begin(account.name)
  if (waitMs > 0) return fail(tooMany(waitMs))
  const found = await findWithPassword(world.db, account.name)
  if (!(await world.passwords.verify(found?.passwordHash, current)))
    return fail({ code: 'password.wrong' })
  perName.forgive(account.name)
  const password = parsePassword(next, account.name)
  if (!password.ok) return password
  if (await world.passwords.verify(found?.passwordHash, next))
    return fail({ code: 'password.same' })
  const change = { password: password.value, mustChangePassword: false, keptSession: tokenHash }
  await world.db
    .transaction()
    .execute((tx) => setPassword(tx, world, account.accountId, account, change))
  return ok(undefined)
}

function tooMany(waitMs: number): TooMany {
  return { code: 'session.too-many', waitSeconds: Math.ceil(waitMs / 1_000) }
}
