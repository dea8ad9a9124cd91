// Blangko — the ledger of blank cards: every card that came and every card that went, append-only.

import { sql } from 'kysely'
import { fail, ok, type Result } from '#kit/result'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { BlangkoReply } from './wire.ts'

/** Any number will do; who takes from the stock holds it. */
const ledgerLockId = 7_305_210
const entriesListedMax = 1_000

export interface NewEntry {
  readonly kind: 'received' | 'used' | 'spoiled' | 'returned'
  readonly count: number
  readonly jobId: string | null
  readonly note: string | null
  readonly by: string
  readonly atMs: number
}

export type BlangkoIssue = { readonly code: 'blangko.none'; readonly stock: number }

/** Enters a movement; the stock never goes below nothing. */
export async function enterBlangko(
  transaction: OfficeTransaction,
  entry: NewEntry,
): Promise<Result<number, BlangkoIssue>> {
  await sql`select pg_advisory_xact_lock(${ledgerLockId})`.execute(transaction)
  const stock = await countStock(transaction)
  const change = entry.kind === 'received' ? entry.count : -entry.count
  if (stock + change < 0) return fail({ code: 'blangko.none', stock })
  await transaction
    .insertInto('blangko_entries')
    .values({
      kind: entry.kind,
      change,
      job_id: entry.jobId,
      note: entry.note,
      entered_by: entry.by,
      entered_at: new Date(entry.atMs),
    })
    .execute()
  return ok(stock + change)
}

export async function countStock(db: OfficeDb | OfficeTransaction): Promise<number> {
  const row = await db
    .selectFrom('blangko_entries')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('change'), sql<number>`0`).as('stock'))
    .executeTakeFirstOrThrow()
  return Number(row.stock)
}

/** Newest first, each with the stock after it. */
export async function readLedger(db: OfficeDb): Promise<BlangkoReply> {
  const rows = await db
    .selectFrom('blangko_entries')
    .leftJoin('accounts', 'accounts.account_id', 'blangko_entries.entered_by')
    .select([
      'entry_id',
      'kind',
      'change',
      'note',
      'entered_at',
      'accounts.display_name',
      sql<number>`sum(change) over (order by entry_id)`.as('balance'),
    ])
    .orderBy('entry_id', 'desc')
    .limit(entriesListedMax)
    .execute()
  return {
    stock: await countStock(db),
    entries: rows.map((row) => ({
      entryId: row.entry_id,
      kind: row.kind,
      change: row.change,
      balance: Number(row.balance),
      note: row.note,
      enteredBy: row.display_name ?? 'Loket',
      enteredAtMs: row.entered_at.getTime(),
    })),
  }
}
