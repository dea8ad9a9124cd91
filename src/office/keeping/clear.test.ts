// Clear test — personal data go when their days are over, and not a day sooner.

import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import { getSampleResident } from '#resident/sample-cast'
import { demand } from '../../../test/support/captures.ts'
import { printCase, readyCase, recordFinger, stock } from '../../../test/support/cards.ts'
import { leadCase } from '../../../test/support/case-at.ts'
import { useOffice } from '../../../test/support/office.ts'
import { findForm } from '../cases/case-file.ts'
import { appendFact, readLog } from '../log/log.ts'
import { clearOldCases } from './clear.ts'
import { dayMs } from './keeping.ts'

const told: string[] = []
const office = useOffice({ keepDays: 10 })
let clearAt: (ms: number) => Promise<number>

beforeAll(async () => {
  await stock(office, 20)
  clearAt = (ms) => {
    office.time.now = ms
    return clearOldCases({ ...office.world, log: (line) => told.push(line) })
  }
})

// Each test begins where nothing older is left.
beforeEach(async () => {
  await clearAt(office.time.now + 20 * dayMs)
  told.length = 0
})

const standing = async (caseId: CaseId) => waitingAt(await readLog(office.world.db, caseId))

/** How many sealed papers are left of a case, and whether its form and its fingers are. */
async function leftOf(caseId: CaseId) {
  const { db, vault } = office.world
  const papers = async (table: 'documents' | 'endorsements' | 'attestations', column: string) => {
    const rows = await db.selectFrom(table).selectAll().where('case_id', '=', caseId).execute()
    return rows.filter((row) => (row as Record<string, unknown>)[column] !== null).length
  }
  const fingers = await db
    .selectFrom('record_fingers')
    .select('position')
    .where('case_id', '=', caseId)
    .execute()
  return {
    scans: await papers('documents', 'sealed_bytes'),
    sheets: await papers('endorsements', 'sealed_paper'),
    receipts: await papers('attestations', 'sealed_receipt'),
    form: (await findForm(db, vault, caseId)) !== undefined,
    fingers: fingers.length,
  }
}

test('a case that nobody touches is closed, and forgotten whole, after its days', async () => {
  const siti = getSampleResident('siti').biodata
  const caseId = (await leadCase(office, siti, 'capture')).caseId as CaseId
  const from = office.time.now
  const before = await leftOf(caseId)
  expect(before).toMatchObject({ sheets: 1, form: true })
  expect(before.scans).toBeGreaterThan(0)

  expect(await clearAt(from + 10 * dayMs - 1)).toBe(0)
  expect(await leftOf(caseId)).toEqual(before)
  expect(await clearAt(from + 10 * dayMs)).toBe(1)
  expect(await leftOf(caseId)).toEqual({
    scans: 0,
    sheets: 0,
    receipts: 0,
    form: false,
    fingers: 0,
  })
  expect(await standing(caseId)).toBe('closed')
  expect(await clearAt(from + 40 * dayMs)).toBe(0)

  const url = '/api/residents/find'
  const find = { by: 'nik', value: siti.nik }
  expect(demand(await office.call('supervisor', 'POST', url, find))).toEqual({ known: [] })
  const acts = await office.world.db
    .selectFrom('audit_entries')
    .select(['actor', 'subject'])
    .where('act', '=', 'case.cleared')
    .execute()
  expect(acts).toContainEqual({ actor: 'system', subject: { caseId, fate: 'abandoned' } })
  expect(told).toEqual(['keeping: old cases cleared of personal data: 1'])
})

test('whoever holds a card keeps form and fingers here; the papers go', async () => {
  const { caseId } = await readyCase(office, getSampleResident('budi').biodata)
  await printCase(office, caseId)
  await recordFinger(office, caseId, 'budi', 2)
  await office.world.db.transaction().execute(async (transaction) => {
    await appendFact(transaction, caseId, { type: 'issued', position: 2 }, office.time.now)
  })
  expect(await clearAt(office.time.now + 10 * dayMs)).toBe(1)
  expect(await leftOf(caseId)).toEqual({ scans: 0, sheets: 0, receipts: 0, form: true, fingers: 1 })
  expect(await standing(caseId)).toBe('done')
})

test('a duplicate is forgotten with its fingers', async () => {
  const { caseId } = await readyCase(office, getSampleResident('dewi-again').biodata)
  await recordFinger(office, caseId, 'dewi', 2)
  const decision = { status: 'DUPLICATE_RECORD', of: caseId } as const
  await office.world.db.transaction().execute(async (transaction) => {
    await appendFact(transaction, caseId, { type: 'decided', decision }, office.time.now)
  })
  expect(await clearAt(office.time.now + 10 * dayMs)).toBe(1)
  expect(await leftOf(caseId)).toMatchObject({ form: false, fingers: 0 })
  expect(await standing(caseId)).toBe('failed')
})

test('a card that waits for its holder keeps everything, however long', async () => {
  const { caseId } = await readyCase(office, getSampleResident('rini').biodata)
  await printCase(office, caseId)
  const before = await leftOf(caseId)
  expect(await clearAt(office.time.now + 400 * dayMs)).toBe(0)
  expect(await leftOf(caseId)).toEqual(before)
  expect(await standing(caseId)).toBe('handover')
})
