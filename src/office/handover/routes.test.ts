// Hand-over test — a card goes to the finger that was recorded, over a real scanner, and to no other.

import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import { getSampleResident } from '#resident/sample-cast'
import { approve, demand } from '../../../test/support/captures.ts'
import { printCase, readyCase, recordFinger, stock } from '../../../test/support/cards.ts'
import { type Reply, useOffice } from '../../../test/support/office.ts'
import { useScanner } from '../../../test/support/scanner.ts'
import { refusedTriesMax } from './hand-over.ts'

const scanner = useScanner(() => office)
const office = useOffice({ deviceCertificates: [scanner.certificateFile] })
const slow = 240_000
const dayMs = 24 * 3_600_000

const operator = (method: 'GET' | 'POST', url: string, body?: object) =>
  office.call('operator-ktp', method, url, body)
const ask = (caseId: string, position: number) =>
  operator('POST', `/api/handovers/${caseId}/transaction`, { position })
const answer = (caseId: string, body: object) => operator('POST', `/api/handovers/${caseId}`, body)
const statusOf = async (caseId: string) =>
  demand(await operator('GET', `/api/cases/${caseId}`)).status

/** Asks, presses and hands in, as the page does. */
async function press(caseId: string, position: number): Promise<Reply> {
  const { transactionId, request } = demand(await ask(caseId, position))
  return answer(caseId, { transactionId, response: await scanner.capture(request) })
}

async function printedCase(key: string): Promise<CaseId> {
  const { caseId } = await readyCase(office, getSampleResident(key).biodata)
  await printCase(office, caseId)
  return caseId
}

let siti: CaseId

beforeAll(async () => {
  await stock(office, 20)
  siti = await printedCase('siti')
  await recordFinger(office, siti, 'siti', 3)
  await recordFinger(office, siti, 'siti', 2)
}, slow)

test('a card waits with the fingers that were recorded, the one read best first', async () => {
  const { waiting, scannerPorts } = demand(await operator('GET', '/api/handovers'))
  expect(waiting).toEqual([
    expect.objectContaining({
      caseId: siti,
      name: 'SITI RAHMAWATI',
      lockedUntil: null,
      positions: [2, 3],
      triesLeft: refusedTriesMax,
    }),
  ])
  expect(scannerPorts).toEqual(office.world.settings.scannerPorts)
  expect((await office.call('supervisor', 'GET', '/api/handovers')).status).toBe(403)
})

test('a finger that was never recorded is not asked for', async () => {
  expect(await ask(siti, 7)).toMatchObject({
    status: 409,
    body: { code: 'handover.no-such-finger' },
  })
})

test(
  'another’s finger does not get the card, and neither does another finger of the holder',
  async () => {
    scanner.stand('budi')
    const refused = demand(await press(siti, 2))
    expect(refused).toEqual({
      outcome: 'refused',
      status: 'CARD_PRINTED',
      triesLeft: refusedTriesMax - 1,
    })
    scanner.lay(2, { person: 'siti', position: 3 })
    expect(demand(await press(siti, 2))).toMatchObject({ outcome: 'refused' })
    expect(await statusOf(siti)).toBe('CARD_PRINTED')
  },
  slow,
)

test(
  'an answer is believed of its own request alone, and only as the device signed it',
  async () => {
    scanner.stand('siti', 'at the hand-over')
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect((await answer(siti, { transactionId: unknown, response: {} })).body.code).toBe(
      'slap.unknown',
    )
    const first = demand(await ask(siti, 2))
    const response = await scanner.capture(first.request)
    const second = demand(await ask(siti, 2))
    const outdated = await answer(siti, { transactionId: first.transactionId, response })
    expect(outdated.body.code).toBe('slap.unknown')
    const foreign = await answer(siti, { transactionId: second.transactionId, response })
    expect(foreign.status).toBe(422)
    expect(foreign.body.code).toMatch(/^sbi\./)
    expect(await statusOf(siti)).toBe('CARD_PRINTED')
  },
  slow,
)

test(
  'the holder’s finger gets the card, once, and what came back for the card is gone',
  async () => {
    scanner.stand('siti', 'at the hand-over')
    const { transactionId, request } = demand(await ask(siti, 2))
    const body = { transactionId, response: await scanner.capture(request) }
    const [first, twin] = await Promise.all([answer(siti, body), answer(siti, body)])
    expect(demand(first)).toMatchObject({ outcome: 'issued', status: 'CARD_ISSUED' })
    expect(demand(twin)).toEqual(first.body)
    expect((await answer(siti, body)).body).toEqual(first.body)
    const { db } = office.world
    const issued = await db
      .selectFrom('events')
      .select('facts')
      .where('case_id', '=', siti)
      .where('type', '=', 'issued')
      .execute()
    expect(issued).toEqual([{ facts: { position: 2 } }])
    const materials = await db.selectFrom('print_materials').select('case_id').execute()
    expect(materials).not.toContainEqual({ case_id: siti })
    expect((await ask(siti, 2)).body.code).toBe('case.not-here')
  },
  slow,
)

describe('a card that may not go out', () => {
  test(
    'stays after too many tries of one day, and is tried again on the next',
    async () => {
      const budi = await printedCase('budi')
      await recordFinger(office, budi, 'budi', 2)
      scanner.stand('siti')
      for (let left = refusedTriesMax - 1; left >= 0; left--) {
        expect(demand(await press(budi, 2)).triesLeft).toBe(left)
      }
      scanner.stand('budi', 'at the hand-over')
      expect(await ask(budi, 2)).toMatchObject({
        status: 409,
        body: { code: 'handover.too-many-tries', facts: { triesMax: refusedTriesMax } },
      })
      office.time.now += dayMs + 1
      expect(demand(await press(budi, 2)).outcome).toBe('issued')
    },
    slow,
  )

  test(
    'is locked until its holder is seventeen, though it were printed',
    async () => {
      const { caseId } = await readyCase(office, getSampleResident('arif').biodata)
      const today = office.time.now
      office.time.now = Date.UTC(2027, 2, 15, 2)
      await printCase(office, caseId)
      await recordFinger(office, caseId, 'arif', 2)
      office.time.now = today
      const locked = { status: 409, body: { code: 'card.locked', facts: { until: '2027-03-15' } } }
      expect(await ask(caseId, 2)).toMatchObject(locked)
      office.time.now = Date.UTC(2027, 2, 15, 2)
      expect((await ask(caseId, 2)).status).toBe(200)
    },
    slow,
  )

  test(
    'stays where no finger lies on the glass, and no try is counted',
    async () => {
      const rini = await printedCase('rini')
      await recordFinger(office, rini, 'rini', 2)
      scanner.stand('rini')
      scanner.lay(2, 'nothing')
      const refused = await press(rini, 2)
      expect(refused).toMatchObject({ status: 422, body: { code: 'sbi.error' } })
      scanner.lay(2, 'smooth')
      expect((await press(rini, 2)).body.code).toBe('handover.not-read')
      const { waiting } = demand(await operator('GET', '/api/handovers'))
      expect(waiting).toContainEqual(
        expect.objectContaining({ caseId: rini, triesLeft: refusedTriesMax }),
      )
    },
    slow,
  )
})

describe('a holder whose finger nobody can read', () => {
  const without = (caseId: string, approvalId: string, faceMatches = true) =>
    operator('POST', `/api/handovers/${caseId}/without-finger`, { approvalId, faceMatches })
  const leave = { kind: 'handover-without-finger' }

  test(
    'gets the card once a supervisor granted it, once, and the log says by whom',
    async () => {
      const dewi = await printedCase('dewi')
      const reason = 'Kesepuluh jarinya tidak ada.'
      const body = { caseId: dewi, reason, ...leave }
      const { approvalId } = demand(await operator('POST', '/api/approvals', body))
      expect((await without(dewi, approvalId)).body.code).toBe('approval.waiting')
      const { approvals } = demand(
        await office.call('supervisor', 'GET', '/api/approvals?state=waiting'),
      )
      expect(approvals).toContainEqual(
        expect.objectContaining({
          approvalId,
          subject: leave,
          handover: { fingersOnRecord: 10, refusedTries: 0 },
        }),
      )
      const decision = { granted: true, reason: 'Wajah sudah dilihat.' }
      const url = `/api/approvals/${approvalId}/decision`
      demand(await office.call('supervisor', 'POST', url, decision))
      expect((await without(dewi, approvalId, false)).status).toBe(400)
      const issued = demand(await without(dewi, approvalId))
      expect(issued).toMatchObject({ outcome: 'issued', status: 'CARD_ISSUED' })
      expect(demand(await without(dewi, approvalId))).toEqual(issued)

      const { db } = office.world
      const told = await db
        .selectFrom('events')
        .select('facts')
        .where('case_id', '=', dewi)
        .where('type', '=', 'issued')
        .execute()
      expect(told).toEqual([{ facts: { approvalId } }])
      const acts = await db
        .selectFrom('audit_entries')
        .select(['actor', 'subject'])
        .where('act', '=', 'card.issued-without-finger')
        .execute()
      const actor = office.accountId('operator-ktp')
      expect(acts).toEqual([{ actor, subject: { caseId: dewi, approvalId } }])
      const kept = await db.selectFrom('print_materials').select('case_id').execute()
      expect(kept).not.toContainEqual({ case_id: dewi })
    },
    slow,
  )

  test(
    'keeps waiting without a leave, with a refused one, and with that of another card',
    async () => {
      const agus = await printedCase('agus')
      const ridwan = await printedCase('ridwan')
      const refused = await approve(office, agus, leave, false)
      expect((await without(agus, refused)).body.code).toBe('approval.refused')
      const ofOther = await approve(office, ridwan, leave)
      expect((await without(agus, ofOther)).body.code).toBe('approval.not-for-this')
      expect(await statusOf(agus)).toBe('CARD_PRINTED')
    },
    slow,
  )

  test('is not asked for before the card is printed', async () => {
    const { caseId } = await readyCase(office, getSampleResident('suparman').biodata)
    const body = { caseId, reason: 'Jarinya tidak terbaca.', ...leave }
    expect((await operator('POST', '/api/approvals', body)).body.code).toBe('case.not-here')
  })

  test(
    'gets no card before the seventeenth birthday, whatever was granted',
    async () => {
      const today = Date.UTC(2026, 10, 23, 3)
      office.time.now = today
      const { caseId } = await readyCase(office, getSampleResident('arif').biodata)
      office.time.now = Date.UTC(2027, 2, 15, 2)
      await printCase(office, caseId)
      office.time.now = today
      const approvalId = await approve(office, caseId, leave)
      expect((await without(caseId, approvalId)).body.code).toBe('card.locked')
    },
    slow,
  )
})
