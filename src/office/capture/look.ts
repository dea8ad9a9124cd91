// Look — the guards' own look at a capture: its best prints against each other, the operators and
// everybody recorded here.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { statusOf } from '#enrollment/status'
import { type Probe, prepareProbe } from '#finger'
import type { AccountId } from '#staff/account'
import { type OfficeTransaction, readLog } from '../log/log.ts'
import { type CapturedFinger, takenFingersOf } from '../records/captured.ts'
import type { Gallery } from '../records/gallery.ts'
import { openTemplate, templateContext } from '../records/templates.ts'
import type { OfficeWorld } from '../world.ts'
import {
  findOperatorFingers,
  findRecorded,
  findTwice,
  type GuardFinding,
  type Probes,
} from './guards.ts'

interface Needs {
  readonly vault: OfficeWorld['vault']
  readonly gallery: Gallery
}

/** All that the guards find, in the order in which an operator can mend it. */
export async function lookForGuards(
  transaction: OfficeTransaction,
  { vault, gallery }: Needs,
  caseId: CaseId,
  fingers: readonly CapturedFinger[],
): Promise<readonly GuardFinding[]> {
  const probes = await readProbes(transaction, vault, caseId, fingers)
  const found: GuardFinding[] = []
  const twice = findTwice(probes)
  if (twice.length > 0) found.push({ guard: 'finger-twice', positions: twice })
  const operators = await readOperators(transaction, vault)
  const ofOperator = findOperatorFingers(probes, operators)
  if (ofOperator.length > 0) found.push({ guard: 'operator-finger', positions: ofOperator })
  const people = await findRecorded(probes, await gallery.people(transaction))
  for (const person of people) {
    if (await mayBeRecordedAnew(transaction, person.caseId)) continue
    found.push({ guard: 'already-recorded', of: person.caseId })
    break
  }
  return found
}

/** The center could not use that record and asked for another: nobody is recorded by it. */
async function mayBeRecordedAnew(transaction: OfficeTransaction, caseId: CaseId): Promise<boolean> {
  return statusOf(await readLog(transaction, caseId)) === 'ENROLL_FAILURE_AT_CENTRAL'
}

async function readProbes(
  transaction: OfficeTransaction,
  vault: OfficeWorld['vault'],
  caseId: CaseId,
  fingers: readonly CapturedFinger[],
): Promise<Probes> {
  const probes = new Map<FingerPosition, Probe>()
  for (const { finger, best } of takenFingersOf(fingers)) {
    const row = await transaction
      .selectFrom('capture_fingers')
      .select('sealed_template')
      .where('case_id', '=', caseId)
      .where('position', '=', finger.position)
      .where('try', '=', best.nth)
      .executeTakeFirstOrThrow()
    if (row.sealed_template === null) continue
    const context = templateContext.capture(caseId, finger.position, best.nth)
    const template = openTemplate(vault, row.sealed_template, context)
    probes.set(finger.position, prepareProbe(template))
  }
  return probes
}

async function readOperators(
  transaction: OfficeTransaction,
  vault: OfficeWorld['vault'],
): Promise<readonly Probe[]> {
  const rows = await transaction.selectFrom('operator_fingers').selectAll().execute()
  return rows.map((row) => {
    const position = row.position as FingerPosition
    const context = templateContext.operator(row.account_id as AccountId, position)
    return prepareProbe(openTemplate(vault, row.sealed_template, context))
  })
}
