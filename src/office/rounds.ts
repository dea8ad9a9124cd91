// Rounds — what the office does unasked, every minute: it stores what was signed but not stored, and
// once a day deletes what need not be kept.

import { type Loop, startLoop } from '#kit/loop'
import { type CalendarDate, calendarDateAt } from '#resident/calendar-date'
import { clearOldCases } from './keeping/clear.ts'
import { registerPatienceMs, roundsIdleMs } from './limits.ts'
import { registerWaiting } from './register/sweep.ts'
import type { OfficeWorld } from './world.ts'

export function startRounds(world: OfficeWorld): Loop {
  return startLoop({
    turn: roundOf(world),
    idleMs: roundsIdleMs,
    onFault: (error) =>
      world.log(`rounds: ${error instanceof Error ? error.name : 'unknown fault'}`),
  })
}

/** One round after another, as the loop takes them. */
export function roundOf(world: OfficeWorld): () => Promise<false> {
  let clearedOn: CalendarDate | undefined
  return async () => {
    await registerWaiting(world, world.clock() - registerPatienceMs)
    const today = calendarDateAt(world.clock())
    if (today !== clearedOn) {
      await clearOldCases(world)
      clearedOn = today
    }
    return false
  }
}
