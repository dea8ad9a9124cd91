// Worker — keeps the pipeline going, one packet after the other, until it is told to stop.

import type { Gallery } from './afis/gallery.ts'
import { postpone } from './inbox/store.ts'
import { pipelineIdleMs, retryFirstMs, retryMsMax } from './limits.ts'
import { processNext } from './pipeline.ts'
import type { CenterWorld } from './world.ts'

export interface Worker {
  /** There may be work: look now. */
  wake(): void
  /** Lets the packet in hand come to its end. */
  stop(): Promise<void>
}

export function startWorker(world: CenterWorld, gallery: Gallery): Worker {
  let stopping = false
  let woken = () => {}
  const idle = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pipelineIdleMs)
      woken = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const running = (async () => {
    let failures = 0
    while (!stopping) {
      try {
        const digest = await processNext(world, gallery)
        failures = 0
        if (digest === undefined) await idle()
      } catch (error) {
        // The transaction was undone, so the packet still waits; the next try comes later.
        world.log(`pipeline: ${error instanceof Error ? error.name : 'unknown fault'}`)
        await postponeOldest(world, ++failures).catch(() => {})
        await idle()
      }
    }
  })()
  return {
    wake: () => woken(),
    async stop() {
      stopping = true
      woken()
      await running
    },
  }
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
