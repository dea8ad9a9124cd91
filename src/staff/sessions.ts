// Sessions — who is signed in: 32 random bytes in the browser's cookie, their hash in the database.

import { createHash } from 'node:crypto'
import { type Account, type AccountId, accountOfRow } from './account.ts'
import {
  sessionIdleMs,
  sessionLifeMs,
  sessionSeenEveryMs,
  sessionsPerAccountMax,
  sessionTokenBytes,
} from './limits.ts'
import type { Program } from './roles.ts'
import type { StaffDb } from './tables.ts'
import type { StaffWorld } from './world.ts'

export interface Session {
  readonly account: Account
  /** What the session is known by here; the token itself only the browser has. */
  readonly tokenHash: Uint8Array
  readonly expiresAt: Date
}

export interface OpenedSession {
  /** For the cookie: base64url. */
  readonly token: string
  readonly expiresAt: Date
}

type Needs = Pick<StaffWorld, 'program' | 'clock'>

/** Opens a session; the oldest ones of an account that has too many are ended. In a transaction. */
export async function openSession(
  tx: StaffDb,
  needs: Needs & Pick<StaffWorld, 'randomBytes'>,
  accountId: AccountId,
): Promise<OpenedSession> {
  const token = Buffer.from(needs.randomBytes(sessionTokenBytes)).toString('base64url')
  const now = needs.clock()
  const expiresAt = new Date(now + sessionLifeMs)
  await sweepSessions(tx, needs.clock)
  await tx
    .insertInto('sessions')
    .values({
      token_hash: hashOfToken(token, needs.program),
      account_id: accountId,
      created_at: new Date(now),
      expires_at: expiresAt,
      last_seen_at: new Date(now),
    })
    .execute()
  await endOldest(tx, accountId)
  return { token, expiresAt }
}

/** The session of a cookie, unless it is over or its account may not sign in any more. */
export async function findSession(
  db: StaffDb,
  { program, clock }: Needs,
  token: string,
): Promise<Session | undefined> {
  if (!tokenShape.test(token)) return undefined
  const tokenHash = hashOfToken(token, program)
  const now = clock()
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.account_id', 'sessions.account_id')
    .selectAll('accounts')
    .select(['sessions.expires_at', 'sessions.last_seen_at'])
    .where('token_hash', '=', tokenHash)
    .where('accounts.active', '=', true)
    .where('expires_at', '>', new Date(now))
    .where('last_seen_at', '>', new Date(now - sessionIdleMs))
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.last_seen_at.getTime() + sessionSeenEveryMs <= now) {
    await db
      .updateTable('sessions')
      .set({ last_seen_at: new Date(now) })
      .where('token_hash', '=', tokenHash)
      .execute()
  }
  return { account: accountOfRow(row), tokenHash, expiresAt: row.expires_at }
}

export async function endSession(db: StaffDb, tokenHash: Uint8Array): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

/** Ends an account's sessions, but the one that is kept. */
export async function endSessionsOf(
  db: StaffDb,
  accountId: AccountId,
  kept?: Uint8Array,
): Promise<void> {
  let ended = db.deleteFrom('sessions').where('account_id', '=', accountId)
  if (kept !== undefined) ended = ended.where('token_hash', '!=', kept)
  await ended.execute()
}

/** Deletes what is over anyway; answers how many there were. */
export async function sweepSessions(db: StaffDb, clock: StaffWorld['clock']): Promise<number> {
  const now = clock()
  const swept = await db
    .deleteFrom('sessions')
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', new Date(now)),
        eb('last_seen_at', '<=', new Date(now - sessionIdleMs)),
      ]),
    )
    .executeTakeFirst()
  return Number(swept.numDeletedRows)
}

async function endOldest(tx: StaffDb, accountId: AccountId): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('token_hash', 'in', (eb) =>
      eb
        .selectFrom('sessions')
        .select('token_hash')
        .where('account_id', '=', accountId)
        .orderBy('created_at', 'desc')
        .offset(sessionsPerAccountMax),
    )
    .execute()
}

const tokenShape = /^[A-Za-z0-9_-]{43}$/

// The program is part of what is hashed: a cookie of one program opens nothing in the other, not
// even where both keep their sessions in one table.
function hashOfToken(token: string, program: Program): Uint8Array {
  return createHash('sha256').update(`session of ${program}: ${token}`).digest()
}
