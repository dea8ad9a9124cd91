// Store — proves that who asks knows both ticket and birth date, and reads a return's reason.

import type { CaseEvent, CaseId } from '#enrollment/events'
import { equalBytes } from '#kit/bytes'
import type { CalendarDate } from '#resident/calendar-date'
import { type CaseFile, findCase, indexOf } from '../cases/case-file.ts'
import { counterReturnContext, villageReturnContext } from '../cases/returns.ts'
import { parseTicket } from '../cases/ticket.ts'
import type { OfficeDb } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'

/** The case, if the birth date is the resident's own. */
export async function findOwnCase(
  { db, vault }: Pick<OfficeWorld, 'db' | 'vault'>,
  typed: { readonly ticket: string; readonly birthDate: CalendarDate },
): Promise<CaseFile | undefined> {
  const ticket = parseTicket(typed.ticket)
  const file = ticket === undefined ? undefined : await findCase(db, ticket)
  if (file === undefined) return undefined
  const { birth_date_index: kept } = await db
    .selectFrom('cases')
    .select('birth_date_index')
    .where('case_id', '=', file.caseId)
    .executeTakeFirstOrThrow()
  const proof = indexOf.birthDate(vault, file.caseId, typed.birthDate)
  return kept !== null && equalBytes(kept, proof) ? file : undefined
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
