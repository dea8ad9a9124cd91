// Worker — keeps the pipeline going, one packet after the other, until it is told to stop.

import { type Loop, startLoop } from '#kit/loop'
import type { Gallery } from './afis/gallery.ts'
import { postpone } from './inbox/store.ts'
import { pipelineIdleMs, retryFirstMs, retryMsMax } from './limits.ts'
import { processNext } from './pipeline.ts'
import type { CenterWorld } from './world.ts'

export function startPipeline(world: CenterWorld, gallery: Gallery): Loop {
  let failures = 0
  return startLoop({
    async turn() {
      const digest = await processNext(world, gallery)
      failures = 0
      return digest !== undefined
    },
    idleMs: pipelineIdleMs,
    // The transaction was undone, so the packet still waits; its next try comes later.
    async onFault(error) {
      world.log(`pipeline: ${error instanceof Error ? error.name : 'unknown fault'}`)
      await postponeOldest(world, ++failures)
    },
  })
}

async function postponeOldest(world: CenterWorld, failures: number): Promise<void> {
  const oldest = await world.db
    .selectFrom('inbox')
    .select('packet_digest')
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', new Date(world.clock()))
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  if (oldest === undefined) return
  const waitMs = Math.min(retryFirstMs * 2 ** (failures - 1), retryMsMax)
  await postpone(world.db, oldest.packet_digest, 'center.fault', world.clock() + waitMs)
}
