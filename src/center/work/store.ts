// Store — the rows of work: which packet is due, who has it in hand, how far it has come.
//
// A step begins with a claim of its own commit, so that a packet which ends the whole process is
// counted as well; it is then done under the lock of its row, which the database gives back at once
// when the process dies.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { CenterDb, CenterTransaction } from '../log/log.ts'

export type Stage = 'received' | 'extracted' | 'searched' | 'decided'

export interface Claim {
  readonly digest: string
  readonly officeId: string
  /** As the packet said when it was verified, before it was acknowledged. */
  readonly caseId: CaseId
  readonly stage: Stage
  /** How often this step was begun, this time included. */
  readonly tries: number
  readonly token: string
  /** The packet lies in this process's folder, and not yet in the database. */
  readonly isKeptHere: boolean
}

/** A claim whose row is not locked belongs to a process that died, once it is older than this. */
export const claimFreshMs = 2_000

/** A part of the statement that takes the packet in. */
export function addWork(
  db: Pick<CenterDb, 'insertInto'>,
  packet: {
    readonly digest: string
    readonly officeId: string
    readonly caseId: CaseId
    readonly keptIn: string
  },
  atMs: number,
) {
  const at = new Date(atMs)
  return db
    .insertInto('packet_work')
    .values({
      packet_digest: packet.digest,
      office_id: packet.officeId,
      case_id: packet.caseId,
      stage: 'received',
      state: 'waiting',
      received_at: at,
      entered_at: at,
      next_try_at: at,
      kept_in: packet.keptIn,
    })
    .onConflict((conflict) => conflict.doNothing())
}

/**
 * The oldest packet that is due, that nobody has in hand and that can be reached from here; with
 * `digest` the next step of just that one, which a pipeline that is drained still takes.
 */
export async function claimWork(
  db: CenterDb,
  { atMs, token, folderId, digest }: ClaimAsked,
): Promise<Claim | undefined> {
  const now = new Date(atMs)
  const stale = new Date(atMs - claimFreshMs)
  const mine = digest === undefined ? sql`true` : sql`packet_digest = ${digest}`
  const modes = digest === undefined ? sql`('running')` : sql`('running', 'draining')`
  const { rows } = await sql<ClaimRow>`
    update packet_work set claim = ${token}, claimed_at = ${now}, tries = tries + 1
    where packet_digest = (
      select packet_digest from packet_work
      where state = 'waiting' and next_try_at <= ${now} and ${mine}
        and (claim is null or claimed_at <= ${stale} or claimed_at > ${now})
        and (kept_in is null or kept_in = ${folderId})
        and (select mode from pipeline_control) in ${modes}
      order by arrival
      limit 1
      for update skip locked
    )
    returning packet_digest, office_id, case_id, stage, tries, kept_in`.execute(db)
  const [row] = rows
  return (
    row && {
      digest: row.packet_digest,
      officeId: row.office_id,
      caseId: row.case_id as CaseId,
      stage: row.stage,
      tries: row.tries,
      token,
      isKeptHere: row.kept_in !== null,
    }
  )
}

interface ClaimAsked {
  readonly atMs: number
  readonly token: string
  /** The folder whose files this process reads. */
  readonly folderId: string
  readonly digest?: string
}

interface ClaimRow {
  readonly packet_digest: string
  readonly office_id: string
  readonly case_id: string
  readonly stage: Stage
  readonly tries: number
  readonly kept_in: string | null
}

/** Holds the row until the transaction ends; false where somebody else has taken it over. */
export async function holdClaim(
  transaction: CenterTransaction,
  claim: Pick<Claim, 'digest' | 'token'>,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('packet_work')
    .select('packet_digest')
    .where('packet_digest', '=', claim.digest)
    .where('claim', '=', claim.token)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

const unclaimed = { claim: null, claimed_at: null } as const

/** The step is done; with the stage `decided` all of it is. */
export async function setStage(
  transaction: CenterTransaction,
  { digest }: Pick<Claim, 'digest'>,
  reached: { readonly stage: Stage; readonly firstLook?: object },
  atMs: number,
): Promise<void> {
  const { stage, firstLook } = reached
  await transaction
    .updateTable('packet_work')
    .set({
      stage,
      state: stage === 'decided' ? 'done' : 'waiting',
      entered_at: new Date(atMs),
      first_look: firstLook === undefined ? null : JSON.stringify(firstLook),
      ...{ tries: 0, problem: null, ...unclaimed },
    })
    .where('packet_digest', '=', digest)
    .execute()
}

/** With its reason: it is not tried again by itself. */
export async function setAside(
  db: CenterDb | CenterTransaction,
  { digest, token }: Pick<Claim, 'digest' | 'token'>,
  problem: string,
  atMs: number,
): Promise<void> {
  await db
    .updateTable('packet_work')
    .set({ state: 'set-aside', entered_at: new Date(atMs), problem, ...unclaimed })
    .where('packet_digest', '=', digest)
    .where('claim', '=', token)
    .execute()
}

/** The center's own fault: tried again later, as if it had been begun so often. */
export async function postpone(
  db: CenterDb,
  { digest, token, tries }: Pick<Claim, 'digest' | 'token' | 'tries'>,
  problem: string,
  nextTryAtMs: number,
): Promise<void> {
  await db
    .updateTable('packet_work')
    .set({ next_try_at: new Date(nextTryAtMs), tries, problem, ...unclaimed })
    .where('packet_digest', '=', digest)
    .where('claim', '=', token)
    .execute()
}

/** What the step before left for this one, as it was given to `setStage`. */
export async function readFirstLook(
  transaction: CenterTransaction,
  { digest }: Pick<Claim, 'digest'>,
): Promise<unknown> {
  const row = await transaction
    .selectFrom('packet_work')
    .select('first_look')
    .where('packet_digest', '=', digest)
    .executeTakeFirstOrThrow()
  return row.first_look
}
