// View — an approval with the facts that a second person needs to decide it.

import type { CaseEvent } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import { present } from '#kit/assert'
import { ageOn, calendarDateAt } from '#resident/calendar-date'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type VillageCode } from '#resident/wilayah'
import { findCase, findForm } from '../cases/case-file.ts'
import { readLog } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import type { Approval } from './approvals.ts'
import { askedAt } from './subject.ts'
import type { ApprovalRow } from './wire.ts'

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock'>

export async function rowsOf(
  needs: Needs,
  approvals: readonly Approval[],
  reader: string,
): Promise<ApprovalRow[]> {
  const names = await readNames(needs, approvals)
  const rows: ApprovalRow[] = []
  for (const approval of approvals) rows.push(await rowOf(needs, approval, names, reader))
  return rows
}

async function rowOf(
  { db, vault, clock }: Needs,
  approval: Approval,
  names: ReadonlyMap<string, string>,
  reader: string,
): Promise<ApprovalRow> {
  const { approvalId, caseId, subject, reason, askedBy, askedAtMs, decision } = approval
  const file = present(await findCase(db, caseId), 'an approval is of a case')
  const form = await findForm(db, vault, caseId)
  const log = await readLog(db, caseId)
  const at = waitingAt(log)
  return {
    approvalId,
    caseId,
    ticket: file.ticket,
    serviceType: file.serviceType,
    waitingAt: at,
    isStillDue: at === askedAt[subject.kind].stage,
    subject,
    reason,
    askedBy: names.get(askedBy) ?? '',
    askedAtMs,
    isOwn: askedBy === reader,
    decision: decision ? { ...decision, by: names.get(decision.by) ?? '' } : null,
    handover: at === 'handover' ? handoverOf(log) : null,
    resident: form
      ? {
          name: form.biodata.name,
          birthDate: form.biodata.birthDate,
          ageYears: ageOn(form.biodata.birthDate, calendarDateAt(clock())),
          villageName: villageNameOf(form.villageCode),
        }
      : null,
  }
}

/** How far the finger went: what the log alone can say. */
function handoverOf(log: readonly CaseEvent[]): NonNullable<ApprovalRow['handover']> {
  return {
    fingersOnRecord: log.findLast((event) => event.type === 'captured')?.fingers ?? 0,
    refusedTries: log.filter((event) => event.type === 'handover-refused').length,
  }
}

function villageNameOf(code: string): string {
  return findVillage(tungkalJayaTables, code as VillageCode)?.name ?? ''
}

/** What the people are called who asked and decided, by their accounts. */
async function readNames(
  { db }: Needs,
  approvals: readonly Approval[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(approvals.flatMap((it) => [it.askedBy, it.decision?.by ?? it.askedBy]))
  if (ids.size === 0) return new Map()
  const rows = await db
    .selectFrom('accounts')
    .select(['account_id', 'display_name'])
    .where('account_id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.display_name]))
}
