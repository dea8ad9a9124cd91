// Standing — whether a card may go out now, and how a try ended.

import type { CaseId } from '#enrollment/events'
import { statusOf } from '#enrollment/status'
import { refuse } from '#kit/node/http-refusal'
import { lockedUntil } from '../cases/card-lock.ts'
import { findForm } from '../cases/case-file.ts'
import { type OfficeDb, type OfficeTransaction, readLog } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { refusedTriesMax } from './hand-over.ts'
import { countRefused } from './store.ts'
import type { FingerTaken } from './wire.ts'

const dayMs = 24 * 3_600_000

/** Refuses with `card.locked` before the holder's seventeenth birthday. */
export async function demandUnlocked(
  world: OfficeWorld,
  transaction: OfficeTransaction,
  caseId: CaseId,
): Promise<void> {
  const form = await findForm(transaction, world.vault, caseId)
  const until = form && lockedUntil(world, form)
  if (until !== undefined) refuse(409, { code: 'card.locked', until })
}

/** Refuses with `handover.too-many-tries` where too many fingers did not match within a day. */
export async function demandTriesLeft(
  world: OfficeWorld,
  transaction: OfficeTransaction,
  caseId: CaseId,
): Promise<void> {
  if ((await triesLeft(world, transaction, caseId)) <= 0) {
    refuse(409, { code: 'handover.too-many-tries', triesMax: refusedTriesMax })
  }
}

export async function triesLeft(
  world: Pick<OfficeWorld, 'clock'>,
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<number> {
  const refused = await countRefused(db, caseId, world.clock() - dayMs)
  return Math.max(0, refusedTriesMax - refused)
}

export async function tellTry(
  world: OfficeWorld,
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
  outcome: FingerTaken['outcome'],
): Promise<FingerTaken> {
  return {
    outcome,
    status: statusOf(await readLog(db, caseId)),
    triesLeft: await triesLeft(world, db, caseId),
  }
}
