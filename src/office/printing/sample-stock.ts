// Sample stock — the demonstration begins with a delivery of blank cards, entered like any other.

import { findAccountByName } from '#staff/accounts'
import type { OfficeWorld } from '../world.ts'
import { enterBlangko } from './blangko.ts'

const sampleCount = 500

/** Enters the delivery into a ledger that is still empty. */
export async function stockSampleCards({
  db,
  clock,
}: Pick<OfficeWorld, 'db' | 'clock'>): Promise<void> {
  const keeper = await findAccountByName(db, 'supervisor')
  if (keeper === undefined) return
  await db.transaction().execute(async (transaction) => {
    const begun = await transaction
      .selectFrom('blangko_entries')
      .select('entry_id')
      .limit(1)
      .executeTakeFirst()
    if (begun !== undefined) return
    await enterBlangko(transaction, {
      kind: 'received',
      count: sampleCount,
      jobId: null,
      note: 'CONTOH: kiriman blangko untuk peragaan',
      by: keeper.accountId,
      atMs: clock(),
    })
  })
}
