// Worker — keeps the pipeline going, one packet after the other, until it is told to stop.

import { type Loop, startLoop } from '#kit/loop'
import type { Gallery } from './afis/gallery.ts'
import { claimNext, postpone } from './inbox/store.ts'
import { pipelineIdleMs, retryFirstMs, retryMsMax } from './limits.ts'
import { processNext } from './pipeline.ts'
import type { CenterWorld } from './world.ts'

export function startPipeline(world: CenterWorld, gallery: Gallery): Loop {
  return startLoop({
    async turn() {
      return (await processNext(world, gallery)) !== undefined
    },
    idleMs: pipelineIdleMs,
    // The transaction was undone, so the packet still waits; its next try comes later.
    async onFault(error) {
      world.log(`pipeline: ${error instanceof Error ? error.name : 'unknown fault'}`)
      await postponeOldest(world)
    },
  })
}

/** The one that `processNext` had claimed; another process may hold it, then it is not touched. */
async function postponeOldest(world: CenterWorld): Promise<void> {
  await world.db.transaction().execute(async (transaction) => {
    const oldest = await claimNext(transaction, world.clock())
    if (oldest === undefined) return
    const waitMs = Math.min(retryFirstMs * 2 ** oldest.tries, retryMsMax)
    await postpone(transaction, oldest.digest, 'center.fault', world.clock() + waitMs)
  })
}
