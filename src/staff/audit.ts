// Audit — the append-only, hash-chained log of every act: written, read by pages, verified.
//
// Whoever owns the database can rewrite the whole chain or cut off its end. Against that helps only
// a head (number and hash of the last entry) that was noted somewhere else, on paper or in a
// backup: `verifyAudit` takes it as `noted`.

import { sql } from 'kysely'
import { equalBytes } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import type { AccountId } from './account.ts'
import {
  type AuditEntry,
  type AuditSubject,
  assertRecordable,
  type ChainedEntry,
  hashOf,
  noHash,
} from './audit-entry.ts'
import { auditPageMax, auditVerifyPage } from './limits.ts'
import type { StaffDb, StaffTx } from './tables.ts'

export type { AuditEntry, AuditSubject }

/** Any number will do, as long as every writer takes the same lock. */
const lockId = 7_305_127

/** What this room writes itself; each program has its own list, and words for all of it. */
export type StaffAct =
  | 'account.activated'
  | 'account.created'
  | 'account.deactivated'
  | 'account.password-set'
  | 'account.role-changed'
  | 'audit.verified'
  | 'certificate.created'
  | 'key.created'
  | 'key.retired'
  | 'session.closed'
  | 'session.opened'
  | 'session.refused'

/** Who did it. */
export type Actor = AccountId | 'system' | 'resident'

export interface Act<Name extends string = string> {
  /** Epoch milliseconds. */
  readonly at: number
  readonly actor: Actor
  /** What was done, such as 'session.opened'. */
  readonly act: Name
  readonly subject: AuditSubject
}

/**
 * Appends an act, in the transaction of the act itself, so that there is never one without the
 * other. Writers wait for one another from here to the end of their transaction: call it last.
 */
export async function recordAct<Name extends string>(
  tx: StaffTx,
  told: Act<Name>,
): Promise<AuditEntry> {
  assertRecordable(told.act, told.subject)
  await sql`select pg_advisory_xact_lock(${lockId})`.execute(tx)
  const head = await findAuditHead(tx)
  const entry = {
    seq: (head?.seq ?? 0) + 1,
    at: new Date(told.at),
    actor: told.actor,
    act: told.act,
    subject: told.subject,
  }
  const previousHash = head?.hash ?? noHash
  await tx
    .insertInto('audit_entries')
    .values({
      ...entry,
      subject: JSON.stringify(entry.subject),
      previous_hash: previousHash,
      hash: hashOf(previousHash, entry),
    })
    .execute()
  return entry
}

export interface AuditHead {
  readonly seq: number
  readonly hash: Uint8Array
}

/** The last entry's number and hash; undefined while nothing has been recorded. */
export async function findAuditHead(db: StaffDb): Promise<AuditHead | undefined> {
  return db
    .selectFrom('audit_entries')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface AuditVerified {
  readonly entries: number
  readonly lastHash: Uint8Array
}

/** `seq` is the first entry that is missing or is not as it was written. */
export interface AuditBroken {
  readonly code: 'audit.broken'
  readonly seq: number
}

/**
 * Computes the whole chain again, from the first entry to the one that is last when this begins.
 *
 * @param noted a head noted earlier: the log must still hold that very entry
 */
export async function verifyAudit(
  db: StaffDb,
  noted?: AuditHead,
): Promise<Result<AuditVerified, AuditBroken>> {
  const last = (await findAuditHead(db))?.seq ?? 0
  let hash = noHash
  let entries = 0
  while (entries < last) {
    const page = await readChain(db, entries, Math.min(auditVerifyPage, last - entries))
    for (const entry of page) {
      if (!followsOn(entry, entries, hash)) return fail({ code: 'audit.broken', seq: entries + 1 })
      entries = entry.seq
      hash = entry.hash
      if (noted?.seq === entries && !equalBytes(noted.hash, hash))
        return fail({ code: 'audit.broken', seq: entries })
    }
    if (page.length === 0) return fail({ code: 'audit.broken', seq: entries + 1 })
  }
  if (noted !== undefined && noted.seq > entries)
    return fail({ code: 'audit.broken', seq: entries + 1 })
  return ok({ entries, lastHash: hash })
}

function followsOn(entry: ChainedEntry, before: number, hashBefore: Uint8Array): boolean {
  return (
    entry.seq === before + 1 &&
    equalBytes(entry.previousHash, hashBefore) &&
    equalBytes(entry.hash, hashOf(hashBefore, entry))
  )
}

async function readChain(db: StaffDb, after: number, limit: number): Promise<ChainedEntry[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ previous_hash, ...entry }) => ({ ...entry, previousHash: previous_hash }))
}

export interface AuditQuery {
  /** Only entries before this one: the `next` of the page before. */
  readonly before?: number | undefined
  readonly actor?: string | undefined
  readonly act?: string | undefined
  /** Only entries whose subject holds all of this, such as `{ caseId }`: who looked at it. */
  readonly subject?: AuditSubject | undefined
  readonly limit?: number | undefined
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[]
  readonly next: number | undefined
}

/** A page of the log for a screen. */
export async function readAudit(db: StaffDb, query: AuditQuery = {}): Promise<AuditPage> {
  const limit = Math.min(query.limit ?? auditPageMax, auditPageMax)
  let rows = db.selectFrom('audit_entries').select(['seq', 'at', 'actor', 'act', 'subject'])
  if (query.before !== undefined) rows = rows.where('seq', '<', query.before)
  if (query.actor !== undefined) rows = rows.where('actor', '=', query.actor)
  if (query.act !== undefined) rows = rows.where('act', '=', query.act)
  if (query.subject !== undefined) {
    const held = JSON.stringify(query.subject)
    rows = rows.where(sql<boolean>`subject @> ${held}::jsonb`)
  }
  const entries = await rows
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = entries.slice(0, limit)
  return { entries: shown, next: entries.length > limit ? shown.at(-1)?.seq : undefined }
}
