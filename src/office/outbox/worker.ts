// Worker — the office's side of the line: sends what waits, asks for answers, and never gives up.

import { type Loop, startLoop } from '#kit/loop'
import { lineIdleMs } from '../limits.ts'
import type { OfficeWorld } from '../world.ts'
import { fetchAnswers } from './answers.ts'
import { problemOf } from './center-line.ts'
import { sendPacket } from './send.ts'
import { findDue, noteLineProblem } from './store.ts'

export function startLineWorker(world: OfficeWorld): Loop {
  return startLoop({
    async turn() {
      if (world.identity.center() === undefined) return false
      const packet = await findDue(world.db, world.clock())
      if (packet !== undefined && (await sendPacket(world, packet))) return true
      const answers = await fetchAnswers(world)
      if (!answers.ok) await noteLineProblem(world.db, problemOf(answers.issue))
      return answers.ok && answers.value > 0
    },
    idleMs: lineIdleMs,
    // The database is away for a moment; nothing was lost, and the next round finds it.
    onFault: (error) => world.log(`line: ${error instanceof Error ? error.name : 'unknown fault'}`),
  })
}
