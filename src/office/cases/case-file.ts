// Case file — a case as every stage sees it: its ticket, its form, and the indexes it is found by.

import { sql } from 'kysely'
import { type CaseId, type Fact, parseCaseId } from '#enrollment/events'
import { assert } from '#kit/assert'
import { type Biodata, parseBiodata } from '#resident/biodata'
import { calendarDateAt } from '#resident/calendar-date'
import { appendFact, type OfficeDb, type OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { formCodeOf, parseFormCode, parseTicket, ticketOf } from './ticket.ts'

export interface CaseFile {
  readonly caseId: CaseId
  readonly ticket: string
  readonly formCode: string
  readonly serviceType: string
  readonly openedAtMs: number
}

export interface FormOnFile {
  readonly version: number
  readonly biodata: Biodata
  readonly villageCode: string
  /** Codes of what disagrees, such as 'nik.other-sex', and was confirmed by the officer. */
  readonly doubts: readonly string[]
  readonly savedAtMs: number
}

type Needs = Pick<OfficeWorld, 'vault' | 'clock' | 'ids' | 'randomBytes'>

/** Any number will do; tickets of a day are numbered under this lock. */
const ticketLockId = 7_305_200

/** Opens a case and writes its first entry. `by` is an account id, or 'resident'. */
export async function openCase(
  transaction: OfficeTransaction,
  needs: Needs,
  about: { readonly serviceType: string; readonly by: string },
): Promise<CaseFile> {
  const atMs = needs.clock()
  const day = calendarDateAt(atMs)
  await sql`select pg_advisory_xact_lock(${ticketLockId})`.execute(transaction)
  const last = await transaction
    .selectFrom('cases')
    .select('ticket')
    .where('ticket', 'like', `${ticketOf(day, 0).slice(0, -3)}%`)
    .orderBy(sql`length(ticket) desc, ticket desc`)
    .limit(1)
    .executeTakeFirst()
  const number = last === undefined ? 1 : Number(last.ticket.split('-')[2]) + 1
  const file: CaseFile = {
    caseId: needs.ids() as CaseId,
    ticket: ticketOf(day, number),
    formCode: formCodeOf(needs.randomBytes),
    serviceType: about.serviceType,
    openedAtMs: atMs,
  }
  await transaction
    .insertInto('cases')
    .values({
      case_id: file.caseId,
      ticket: file.ticket,
      form_code: file.formCode,
      service_type: file.serviceType,
      opened_at: new Date(atMs),
      opened_by: about.by,
    })
    .execute()
  const opened: Fact = {
    type: 'opened',
    serviceType: file.serviceType,
    by: about.by === 'resident' ? 'resident' : 'officer',
  }
  await appendFact(transaction, file.caseId, opened, atMs)
  return file
}

/** Finds a case by its id, its ticket or the code of its form, however they were typed. */
export async function findCase(
  db: OfficeDb | OfficeTransaction,
  key: string,
): Promise<CaseFile | undefined> {
  const caseId = parseCaseId(key)
  const ticket = parseTicket(key)
  const formCode = parseFormCode(key)
  const query = db.selectFrom('cases').selectAll()
  const row =
    caseId !== undefined
      ? await query.where('case_id', '=', caseId).executeTakeFirst()
      : ticket !== undefined
        ? await query.where('ticket', '=', ticket).executeTakeFirst()
        : formCode !== undefined
          ? await query.where('form_code', '=', formCode).executeTakeFirst()
          : undefined
  return row && caseFileOf(row)
}

/** The newest version of the form, opened; undefined while none was saved, and once it is gone. */
export async function findForm(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  caseId: CaseId,
): Promise<FormOnFile | undefined> {
  const row = await db
    .selectFrom('forms')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.sealed_biodata) return undefined
  const text = vault.openText(row.sealed_biodata, formContext(caseId, row.version))
  // Checked again as on the day it was saved: a permit may have run out since.
  const parsed = parseBiodata(JSON.parse(text), calendarDateAt(row.saved_at.getTime()))
  assert(parsed.ok, 'a form that was saved was checked')
  return {
    version: row.version,
    biodata: parsed.value,
    villageCode: row.village_code,
    doubts: row.doubts as readonly string[],
    savedAtMs: row.saved_at.getTime(),
  }
}

/** What a sealed form belongs to: it opens nowhere else. */
export function formContext(caseId: CaseId, version: number): string {
  return `forms/${caseId}/${version}`
}

/** The blind indexes a resident is found by. */
export const indexOf = {
  nik: (vault: OfficeWorld['vault'], nik: string) => vault.blindIndex(`nik:${nik}`),
  kk: (vault: OfficeWorld['vault'], nomorKk: string) => vault.blindIndex(`kk:${nomorKk}`),
  name: (vault: OfficeWorld['vault'], name: string) =>
    vault.blindIndex(`name:${name.trim().toUpperCase().replace(/\s+/g, ' ')}`),
  /** Bound to its case: it proves a birth date and finds nobody. */
  birthDate: (vault: OfficeWorld['vault'], caseId: CaseId, birthDate: string) =>
    vault.blindIndex(`birth-date:${caseId}:${birthDate}`),
} as const

export function caseFileOf(row: {
  case_id: string
  ticket: string
  form_code: string
  service_type: string
  opened_at: Date
}): CaseFile {
  return {
    caseId: row.case_id as CaseId,
    ticket: row.ticket,
    formCode: row.form_code,
    serviceType: row.service_type,
    openedAtMs: row.opened_at.getTime(),
  }
}
