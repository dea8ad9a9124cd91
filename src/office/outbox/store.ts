// Store — packets that wait for the center, oldest first, none dropped.
//
// The line is down for days at some offices, so a packet leaves this table only when the center
// has acknowledged its digest with a signed word, not when the socket says it was sent.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { CenterNotices } from '#enrollment/notices'
import { outboxListedMax } from '../limits.ts'
import { appendFact, type OfficeDb, type OfficeTransaction } from '../log/log.ts'

export interface WaitingPacket {
  readonly digest: string
  readonly caseId: CaseId
  readonly bytes: Buffer
  readonly tries: number
}

/** The oldest packet whose next try is due. */
export async function findDue(db: OfficeDb, atMs: number): Promise<WaitingPacket | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(['packet_digest', 'case_id', 'packet', 'tries'])
    .where('next_try_at', '<=', new Date(atMs))
    .orderBy('queued_at')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      digest: row.packet_digest,
      caseId: row.case_id as CaseId,
      bytes: row.packet,
      tries: row.tries,
    }
  )
}

/** The center has it: out of the outbox and into the log, in one step. */
export async function acknowledge(
  db: OfficeDb,
  packet: WaitingPacket,
  received: string,
  atMs: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const gone = await transaction
      .deleteFrom('outbox')
      .where('packet_digest', '=', packet.digest)
      .returning('packet_digest')
      .executeTakeFirst()
    if (gone === undefined) return
    await transaction
      .insertInto('acknowledgments')
      .values({
        packet_digest: packet.digest,
        case_id: packet.caseId,
        received,
        acknowledged_at: new Date(atMs),
      })
      .execute()
    await appendFact(
      transaction,
      packet.caseId,
      { type: 'sent', packetDigest: packet.digest },
      atMs,
    )
  })
}

export async function noteOffset(db: OfficeDb, digest: string, sentBytes: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ sent_bytes: sentBytes })
    .where('packet_digest', '=', digest)
    .execute()
}

export async function postpone(
  db: OfficeDb,
  digest: string,
  problem: string,
  nextTryAtMs: number,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ tries: sql`tries + 1`, next_try_at: new Date(nextTryAtMs), last_problem: problem })
    .where('packet_digest', '=', digest)
    .execute()
}

/** The center wants quiet: nothing that waits is due before then. */
export async function postponeAll(db: OfficeDb, untilMs: number): Promise<void> {
  const until = new Date(untilMs)
  await db
    .updateTable('outbox')
    .set({ next_try_at: until })
    .where('next_try_at', '<', until)
    .execute()
}

/** Everything that waits is due now; answers how much that is. */
export async function makeAllDue(db: OfficeTransaction, atMs: number): Promise<number> {
  const due = await db
    .updateTable('outbox')
    .set({ next_try_at: new Date(atMs) })
    .returning('packet_digest')
    .execute()
  return due.length
}

export interface OutboxEntry {
  readonly caseId: string
  readonly ticket: string
  readonly queuedAtMs: number
  readonly bytes: number
  readonly sentBytes: number
  readonly tries: number
  readonly nextTryAtMs: number
  readonly problem: string | undefined
}

/** What waits and since when, for the screen. */
export async function listWaiting(db: OfficeDb): Promise<readonly OutboxEntry[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('cases', 'cases.case_id', 'outbox.case_id')
    .select([
      'outbox.case_id',
      'cases.ticket',
      'queued_at',
      'byte_count',
      'sent_bytes',
      'tries',
      'next_try_at',
      'last_problem',
    ])
    .orderBy('queued_at')
    .limit(outboxListedMax)
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    ticket: row.ticket,
    queuedAtMs: row.queued_at.getTime(),
    bytes: row.byte_count,
    sentBytes: row.sent_bytes,
    tries: row.tries,
    nextTryAtMs: row.next_try_at.getTime(),
    problem: row.last_problem ?? undefined,
  }))
}

export interface LineState {
  readonly lastHeardAtMs: number | undefined
  /** A code, such as 'center.unreachable'; undefined while all is well. */
  readonly problem: string | undefined
}

/** What the office has heard last, to go on from there. */
export interface LineMarks {
  readonly lastSeq: number
  readonly noticesVersion: number
}

export async function readLine(db: OfficeDb): Promise<LineState & LineMarks> {
  const row = await db.selectFrom('center_line').selectAll().executeTakeFirstOrThrow()
  return {
    lastSeq: row.last_answer_seq,
    noticesVersion: row.notices_version,
    lastHeardAtMs: row.last_heard_at?.getTime(),
    problem: row.last_problem ?? undefined,
  }
}

export async function noteLineProblem(db: OfficeDb, problem: string): Promise<void> {
  await db.updateTable('center_line').set({ last_problem: problem }).execute()
}

/** The list replaces the one before it; an older word that comes again does not. */
export async function keepNotices(db: OfficeTransaction, heard: CenterNotices): Promise<void> {
  const at = new Date(heard.atMs)
  await db
    .updateTable('center_line')
    .set({
      notices_version: heard.version,
      notices_at: at,
      notices: JSON.stringify(heard.notices),
    })
    .where((eb) => eb.or([eb('notices_at', 'is', null), eb('notices_at', '<=', at)]))
    .execute()
}
