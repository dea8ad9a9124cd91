// Catch up — the gallery in memory follows the database, never the other way round.
//
// Under the lock of decisions nobody else can add a person, so a search that caught up first has
// everybody before it, whoever added them: an earlier newcomer, an adjudicator, another process.

import { sql } from 'kysely'
import type { Gallery, SearchFailure } from './afis/gallery.ts'
import type { CenterDb, CenterTransaction } from './log/log.ts'
import { findLastVisitSeq, readGalleryPage } from './records/store.ts'

/** Any number will do; whoever searches in order to decide, or adds to the gallery, takes it. */
const decisionLockId = 7_305_301

/** Until the transaction ends, nobody else decides. */
export async function lockDecisions(transaction: CenterTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${decisionLockId})`.execute(transaction)
}

/** Several packets are in hand at once, and entries are taken in the order of their numbers. */
const underWay = new WeakMap<Gallery, Promise<unknown>>()

/** Somebody is there whom only another version of the engine has read. */
export const lacksTemplates: SearchFailure = {
  code: 'SEARCH_FAILURE_AT_CENTRAL',
  missing: ['templates'],
}

/**
 * Brings the gallery up to the database's latest entry. A failure where not all of it can come so far:
 * matchers are behind, or templates are still made.
 */
export async function catchUp(
  db: CenterDb | CenterTransaction,
  gallery: Gallery,
): Promise<SearchFailure | undefined> {
  if (gallery.reach !== undefined) return gallery.reach(await findLastVisitSeq(db))
  // What another began may have read before the latest entry was there: it is waited for only.
  const before = underWay.get(gallery) ?? Promise.resolve()
  const mine = before.catch(() => {}).then(() => applyPages(db, gallery))
  underWay.set(gallery, mine)
  return mine
}

async function applyPages(
  db: CenterDb | CenterTransaction,
  gallery: Gallery,
): Promise<SearchFailure | undefined> {
  for (;;) {
    const { entries, heldUpAt } = await readGalleryPage(db, gallery.lastSeq)
    if (entries.length > 0) await gallery.apply(entries)
    if (heldUpAt !== undefined) return lacksTemplates
    if (entries.length === 0) return undefined
  }
}
