// Returns — why a case was returned: sealed by who returns it, read by desk and resident.

import type { CaseEvent, CaseId } from '#enrollment/events'
import type { OfficeDb } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'

export function villageReturnContext(caseId: CaseId): string {
  return `endorsement_returns/${caseId}`
}

export function counterReturnContext(caseId: CaseId): string {
  return `counter_returns/${caseId}`
}

export interface Returned {
  readonly by: 'village' | 'counter'
  readonly reason: string
  readonly atMs: number
}

/** Why the case was returned, while that is still what it waits for. */
export async function findReturn(
  { db, vault }: Pick<OfficeWorld, 'db' | 'vault'>,
  caseId: CaseId,
  log: readonly CaseEvent[],
): Promise<Returned | undefined> {
  const last = log.at(-1)
  if (last?.type === 'endorsement-returned') return villageReturn(db, vault, caseId)
  return last?.type === 'counter-returned' ? counterReturn(db, vault, caseId) : undefined
}

async function villageReturn(db: OfficeDb, vault: OfficeWorld['vault'], caseId: CaseId) {
  const row = await db
    .selectFrom('endorsement_returns')
    .select(['sealed_reason', 'returned_at'])
    .where('case_id', '=', caseId)
    .orderBy('return_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      by: 'village' as const,
      reason: vault.openText(row.sealed_reason, villageReturnContext(caseId)),
      atMs: row.returned_at.getTime(),
    }
  )
}

async function counterReturn(db: OfficeDb, vault: OfficeWorld['vault'], caseId: CaseId) {
  const row = await db
    .selectFrom('counter_returns')
    .select(['sealed_reason', 'returned_at'])
    .where('case_id', '=', caseId)
    .orderBy('return_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      by: 'counter' as const,
      reason: vault.openText(row.sealed_reason, counterReturnContext(caseId)),
      atMs: row.returned_at.getTime(),
    }
  )
}
