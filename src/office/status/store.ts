// Store — proves that who asks knows both ticket and birth date, and reads a return's reason.

import { equalBytes } from '#kit/bytes'
import type { CalendarDate } from '#resident/calendar-date'
import { type CaseFile, findCase, indexOf } from '../cases/case-file.ts'
import { parseTicket } from '../cases/ticket.ts'
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
