// Worker — the office's side of the line: one loop sends what waits, one listens for answers; neither
// ever gives up.

import { type Loop, startLoop } from '#kit/loop'
import { lineIdleMs, listenWaitMs } from '../limits.ts'
import type { OfficeWorld } from '../world.ts'
import { fetchAnswers } from './answers.ts'
import { problemOf, quietMsOf } from './center-line.ts'
import { sendPacket } from './send.ts'
import { findDue, noteLineProblem } from './store.ts'

export function startLineWorker(world: OfficeWorld): Loop {
  // The database is away for a moment; nothing was lost, and the next round finds it.
  const onFault = (error: unknown) =>
    world.log(`line: ${error instanceof Error ? error.name : 'unknown fault'}`)
  const over = new AbortController()
  const sending = startLoop({ turn: () => sendOne(world), idleMs: lineIdleMs, onFault })
  const listening = startLoop({
    turn: listenerOf(world, over.signal),
    idleMs: lineIdleMs,
    onFault,
  })
  return {
    wake: sending.wake,
    async stop() {
      over.abort()
      await Promise.all([sending.stop(), listening.stop()])
    },
  }
}

async function sendOne(world: OfficeWorld): Promise<boolean> {
  if (world.identity.center() === undefined) return false
  const packet = await findDue(world.db, world.clock())
  return packet !== undefined && sendPacket(world, packet)
}

/** One call after another, each held by the center until there is something to tell. */
function listenerOf(world: OfficeWorld, signal: AbortSignal): () => Promise<boolean> {
  // After a break the first call comes back at once: the screens show that the line is there again.
  let waitMs = 0
  let quietUntilMs = 0
  return async () => {
    const begunMs = world.clock()
    if (world.identity.center() === undefined || begunMs < quietUntilMs) return false
    const waited = waitMs
    const answers = await fetchAnswers(world, { waitMs, signal })
    if (!answers.ok) {
      waitMs = 0
      quietUntilMs = world.clock() + (quietMsOf(answers.issue) ?? 0)
      if (!signal.aborted) await noteLineProblem(world.db, problemOf(answers.issue))
      return false
    }
    waitMs = listenWaitMs
    // A center that does not let one wait is asked again after a rest.
    return answers.value > 0 || (waited > 0 && world.clock() - begunMs >= waited)
  }
}
