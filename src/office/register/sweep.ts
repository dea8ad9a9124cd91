// Sweep — cases that were signed but not stored are stored: the program or the screen had ended in
// between. At the start all of them, and on the rounds those that nobody is about to store.

import { casesAfter } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { registerCase } from './register.ts'

/**
 * Answers how many were stored; one that cannot be stored is told and keeps no other waiting.
 *
 * @param signedUntilMs only what was signed by then, in epoch milliseconds; all of it unless told
 */
export async function registerWaiting(
  world: OfficeWorld,
  signedUntilMs = Number.POSITIVE_INFINITY,
): Promise<number> {
  let stored = 0
  for (const { caseId, atMs } of await casesAfter(world.db, ['attested'])) {
    if (atMs > signedUntilMs) continue
    try {
      await registerCase(world, caseId, 'system')
      stored++
    } catch (error) {
      world.log(`register: ${caseId}: ${error instanceof Error ? error.message : 'unknown fault'}`)
    }
  }
  return stored
}
