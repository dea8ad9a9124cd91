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
const underWay = new WeakMap<Gallery, Promise<void>>()

/**
 * Brings the gallery up to the database's latest entry. A failure where it is held by others, and not
 * all of it can come so far.
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
  await mine
  return undefined
}

async function applyPages(db: CenterDb | CenterTransaction, gallery: Gallery): Promise<void> {
  for (;;) {
    const page = await readGalleryPage(db, gallery.lastSeq)
    if (page.length === 0) return
    await gallery.apply(page)
  }
}
