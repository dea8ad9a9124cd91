// Store — the columns that are emptied, and the cases whose days are over.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import { oldCasesPage } from './limits.ts'

/** Papers and pictures of any case that is over. */
const papers = [
  ['documents', 'sealed_bytes'],
  ['endorsements', 'sealed_paper'],
  ['attestations', 'sealed_receipt'],
  ['print_jobs', 'sealed_card'],
  ['capture_images', 'sealed_image'],
  ['capture_fingers', 'sealed_image'],
  ['capture_fingers', 'sealed_template'],
] as const

/** Who it was: by what is typed in, and by the indexes it is found by. */
const person = [
  ['forms', 'sealed_biodata'],
  ['cases', 'nik_index'],
  ['cases', 'kk_index'],
  ['cases', 'name_index'],
] as const

/** Not cleared yet, and untouched since a moment; by id, a page after another. */
export async function listOldCases(
  db: OfficeDb,
  untouchedSinceMs: number,
  after: CaseId | undefined,
): Promise<readonly CaseId[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from cases
    where cleared_at is null and case_id > ${after ?? '00000000-0000-0000-0000-000000000000'}
      and not exists (
        select 1 from events
        where events.case_id = cases.case_id and at > ${new Date(untouchedSinceMs)}
      )
    order by case_id limit ${oldCasesPage}
  `.execute(db)
  return rows.map((row) => row.case_id as CaseId)
}

/** Empties the columns; `whole`: no card came of it, so nothing stays that says who it was. */
export async function clearCase(
  transaction: OfficeTransaction,
  caseId: CaseId,
  { whole, atMs }: { readonly whole: boolean; readonly atMs: number },
): Promise<void> {
  for (const [table, column] of whole ? [...papers, ...person] : papers) {
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = null where case_id = ${caseId}
    `.execute(transaction)
  }
  if (whole) {
    await transaction.deleteFrom('record_fingers').where('case_id', '=', caseId).execute()
  }
  await transaction
    .updateTable('cases')
    .set({ cleared_at: new Date(atMs) })
    .where('case_id', '=', caseId)
    .execute()
}
