// Store — versions of a case's form, sealed, and the blind indexes the resident is found by.

import type { CaseId } from '#enrollment/events'
import { formContext, indexOf } from '../cases/case-file.ts'
import { appendFact, type OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import type { CheckedForm } from './form.ts'

type Needs = Pick<OfficeWorld, 'vault' | 'clock'>

/** Saves the next version and says so in the log; answers its number. */
export async function saveForm(
  transaction: OfficeTransaction,
  { vault, clock }: Needs,
  caseId: CaseId,
  { biodata, doubts }: CheckedForm,
  by: string,
): Promise<number> {
  const last = await transaction
    .selectFrom('forms')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  const atMs = clock()
  await transaction
    .insertInto('forms')
    .values({
      case_id: caseId,
      version,
      village_code: biodata.address.village,
      sealed_biodata: vault.sealText(JSON.stringify(biodata), formContext(caseId, version)),
      doubts: JSON.stringify(doubts.map((doubt) => doubt.code)),
      saved_at: new Date(atMs),
      saved_by: by,
    })
    .execute()
  await transaction
    .updateTable('cases')
    .set({
      nik_index: indexOf.nik(vault, biodata.nik),
      kk_index: indexOf.kk(vault, biodata.nomorKk),
      name_index: indexOf.name(vault, biodata.name),
      birth_date_index: indexOf.birthDate(vault, caseId, biodata.birthDate),
    })
    .where('case_id', '=', caseId)
    .execute()
  await appendFact(transaction, caseId, { type: 'form-saved', version }, atMs)
  return version
}
