// Store — cards that are ready, jobs at the printer, and the materials a card is made of.

import type { CardFields } from '#card/card-fields'
import { renderCardLayer } from '#card/card-layer'
import { cardFieldsOf } from '#card/resident-fields'
import type { CaseId } from '#enrollment/events'
import { present } from '#kit/assert'
import { type CalendarDate, calendarDateAt } from '#resident/calendar-date'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type VillageCode } from '#resident/wilayah'
import { lockedUntil } from '../cases/card-lock.ts'
import { type FormOnFile, findCase, findForm } from '../cases/case-file.ts'
import { casesAfter, type OfficeDb, type OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import type { PrintingReply } from './wire.ts'

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock' | 'fonts' | 'settings'>

/** Cards that may be printed, oldest readiness first; locked ones say until when. */
export async function listReady(needs: Needs): Promise<PrintingReply['ready']> {
  const ready: PrintingReply['ready'] = []
  for (const { caseId, atMs } of await casesAfter(needs.db, ['decided', 'print-failed'])) {
    if (!(await hasMaterials(needs.db, caseId))) continue
    const file = await findCase(needs.db, caseId)
    const form = await findForm(needs.db, needs.vault, caseId)
    if (file === undefined || form === undefined) continue
    ready.push({
      caseId,
      ticket: file.ticket,
      name: form.biodata.name,
      readyAtMs: (await readyAtMs(needs.db, caseId)) ?? atMs,
      lockedUntil: lockedUntil(needs, form) ?? null,
    })
  }
  return ready.toSorted((a, b) => a.readyAtMs - b.readyAtMs)
}

export async function listJobs(needs: Needs): Promise<PrintingReply['jobs']> {
  const rows = await needs.db
    .selectFrom('print_jobs')
    .innerJoin('cases', 'cases.case_id', 'print_jobs.case_id')
    .select(['job_id', 'print_jobs.case_id', 'ticket', 'started_at', 'file_name'])
    .where('state', '=', 'spooled')
    .orderBy('started_at')
    .execute()
  const jobs: PrintingReply['jobs'] = []
  for (const row of rows) {
    const form = await findForm(needs.db, needs.vault, row.case_id as CaseId)
    jobs.push({
      jobId: row.job_id,
      caseId: row.case_id,
      ticket: row.ticket,
      name: form?.biodata.name ?? '',
      startedAtMs: row.started_at.getTime(),
      fileName: row.file_name,
    })
  }
  return jobs
}

export interface Materials {
  readonly fields: CardFields
  readonly photo: Buffer
  readonly signature: Buffer
}

/** The words, the photo and the signature of a card; undefined before the center returned them. */
export async function findMaterials(
  needs: Needs,
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<Materials | undefined> {
  const row = await db
    .selectFrom('print_materials')
    .select(['sealed_photo', 'sealed_signature'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const form = await findForm(db, needs.vault, caseId)
  if (row === undefined || form === undefined) return undefined
  return {
    fields: fieldsOf(form, calendarDateAt(needs.clock())),
    photo: needs.vault.open(row.sealed_photo, `print_materials/photo/${caseId}`),
    signature: needs.vault.open(row.sealed_signature, `print_materials/signature/${caseId}`),
  }
}

export async function renderCard(needs: Needs, materials: Materials): Promise<Buffer> {
  const { fonts, settings, clock } = needs
  const { photo, signature } = materials
  const options = { fonts, at: clock(), sample: !settings.licensed, photo, signature }
  return Buffer.from(await renderCardLayer(materials.fields, options))
}

export interface Job {
  readonly jobId: string
  readonly caseId: CaseId
  readonly state: 'spooled' | 'printed' | 'failed'
  readonly fileName: string
  /** The layer to be printed; gone once the card is handed over. */
  readonly card: Buffer | undefined
}

export async function findJob(
  { db, vault }: Pick<Needs, 'db' | 'vault'>,
  jobId: string,
): Promise<Job | undefined> {
  const row = await db
    .selectFrom('print_jobs')
    .selectAll()
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  return (
    row && {
      jobId,
      caseId: row.case_id as CaseId,
      state: row.state,
      fileName: row.file_name,
      card: row.sealed_card ? vault.open(row.sealed_card, jobContext.card(jobId)) : undefined,
    }
  )
}

export async function findLastJob(db: OfficeDb, caseId: CaseId): Promise<string | undefined> {
  const row = await db
    .selectFrom('print_jobs')
    .select('job_id')
    .where('case_id', '=', caseId)
    .where('state', '<>', 'failed')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.job_id
}

/** What each sealed part of a job is bound to. */
export const jobContext = {
  card: (jobId: string) => `print_jobs/card/${jobId}`,
  reason: (jobId: string) => `print_jobs/reason/${jobId}`,
  problem: (jobId: string) => `print_jobs/problem/${jobId}`,
} as const

function fieldsOf({ biodata, villageCode }: FormOnFile, issuedOn: CalendarDate): CardFields {
  const village = present(
    findVillage(tungkalJayaTables, villageCode as VillageCode),
    'a saved form is of a village of this kecamatan',
  )
  return cardFieldsOf(biodata, village, issuedOn)
}

async function hasMaterials(db: OfficeDb, caseId: CaseId): Promise<boolean> {
  const row = await db
    .selectFrom('print_materials')
    .select('case_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row !== undefined
}

/** Readiness counts from the center's decision, also after a card that did not come out. */
async function readyAtMs(db: OfficeDb, caseId: CaseId): Promise<number | undefined> {
  const row = await db
    .selectFrom('events')
    .select('at')
    .where('case_id', '=', caseId)
    .where('type', '=', 'decided')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at.getTime()
}
