// Sweep — at the start, cases that were signed but not stored are stored: the program had ended in
// between.

import { casesAfter } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { registerCase } from './register.ts'

/** Answers how many were stored; one that cannot be stored is told and keeps no other waiting. */
export async function registerWaiting(world: OfficeWorld): Promise<number> {
  let stored = 0
  for (const { caseId } of await casesAfter(world.db, ['attested'])) {
    try {
      await registerCase(world, caseId, 'system')
      stored++
    } catch (error) {
      world.log(`register: ${caseId}: ${error instanceof Error ? error.message : 'unknown fault'}`)
    }
  }
  return stored
}
