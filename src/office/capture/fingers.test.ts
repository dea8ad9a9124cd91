// Fingers test — ten fingers over a real scanner: tries, leave to do without, and what is not believed.

import { expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import {
  approve,
  beginCapture,
  demand,
  enrollOffice,
  except,
  takeAllSlaps,
  takeSlap,
} from '../../../test/support/captures.ts'
import { leadCase } from '../../../test/support/case-at.ts'
import { useOffice } from '../../../test/support/office.ts'
import { useScanner } from '../../../test/support/scanner.ts'

const scanner = useScanner(() => office)
const office = useOffice({ deviceCertificates: [scanner.certificateFile] })
const slow = 240_000

const operator = (method: 'GET' | 'POST', url: string, body?: object) =>
  office.call('operator-ktp', method, url, body)
const view = async (caseId: string) => demand(await operator('GET', `/api/captures/${caseId}`))
const finger = async (caseId: string, position: number) =>
  (await view(caseId)).fingers[position - 1]

test('no capture begins while there is no center to seal to', async () => {
  const { caseId } = await leadCase(office, getSampleResident('budi').biodata, 'capture')
  const refused = await operator('POST', `/api/captures/${caseId}/start`)
  expect(refused).toMatchObject({ status: 409, body: { code: 'office.not-enrolled' } })
  expect((await view(caseId)).startedAtMs).toBe(null)
  await enrollOffice(office)
  expect((await operator('POST', `/api/captures/${caseId}/start`)).status).toBe(200)
})

test(
  'ten good fingers are taken in three presses, and their quality is the office’s own measure',
  async () => {
    const caseId = await beginCapture(office, getSampleResident('siti').biodata)
    scanner.stand('siti')
    await takeAllSlaps(office, scanner, caseId)
    const { fingers, missing, gate } = await view(caseId)
    expect(missing).toEqual([])
    for (const it of fingers) {
      expect(it).toMatchObject({ standing: 'good', tries: 1, triesLeft: 2 })
      expect(it.best.quality).toBeGreaterThanOrEqual(gate)
    }
    const rows = await office.world.db
      .selectFrom('capture_fingers')
      .selectAll()
      .where('case_id', '=', caseId)
      .execute()
    expect(rows.length).toBe(10)
    for (const row of rows) {
      expect(row.sealed_image?.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
      expect(row.sealed_template?.includes(Buffer.from('LFT'))).toBe(false)
    }
    const done = await operator('POST', `/api/captures/${caseId}/complete`, {})
    expect(done).toMatchObject({ status: 200, body: { fingers: 10, exceptions: 0, sentOn: false } })
    const again = await operator('POST', `/api/captures/${caseId}/complete`, {})
    expect(again.body).toEqual(done.body)
  },
  slow,
)

test(
  'a weak finger has three tries, and then takes a supervisor',
  async () => {
    const caseId = await beginCapture(office, getSampleResident('joko').biodata)
    scanner.stand('joko')
    scanner.lay(1, 'smooth')
    await takeAllSlaps(office, scanner, caseId)
    expect(await finger(caseId, 1)).toMatchObject({
      standing: 'retry',
      tries: 1,
      last: { quality: 0, problems: ['not-a-finger'] },
    })
    // A good neighbor is not asked for again.
    const asked = demand(
      await operator('POST', `/api/captures/${caseId}/fingers/transaction`, { slap: 'thumbs' }),
    )
    expect(asked.positions).toEqual([1])

    const keep = async (approvalId: string) =>
      operator('POST', `/api/captures/${caseId}/accept-quality`, { position: 1, approvalId })
    const refused = await approve(office, caseId, { kind: 'low-quality', position: 1 }, false)
    expect(await keep(refused)).toMatchObject({ status: 409, body: { code: 'capture.tries-left' } })

    demand(await takeSlap(office, scanner, caseId, 'thumbs', [1]))
    demand(await takeSlap(office, scanner, caseId, 'thumbs', [1]))
    expect(await finger(caseId, 1)).toMatchObject({ standing: 'weak', tries: 3, triesLeft: 0 })
    const fourth = await takeSlap(office, scanner, caseId, 'thumbs', [1])
    expect(fourth).toMatchObject({ status: 409, body: { code: 'capture.tries-used' } })

    const nine = await operator('POST', `/api/captures/${caseId}/complete`, {})
    expect(nine).toMatchObject({
      status: 422,
      body: { code: 'capture.fingers-missing', facts: { positions: [1] } },
    })
    expect((await keep(refused)).body).toMatchObject({
      code: 'approval.refused',
      message: 'Supervisor menolak: Diperiksa bersama untuk pengujian ini.',
    })
    const forOther = await approve(office, caseId, { kind: 'low-quality', position: 2 })
    expect((await keep(forOther)).body.code).toBe('approval.not-for-this')
    demand(await keep(await approve(office, caseId, { kind: 'low-quality', position: 1 })))
    const done = demand(await operator('POST', `/api/captures/${caseId}/complete`, {}))
    expect(done).toEqual({ fingers: 10, exceptions: 0, sentOn: false })
  },
  slow,
)

test(
  'a finger that is not there is done without by leave, and may be taken after all',
  async () => {
    const caseId = await beginCapture(office, getSampleResident('karto').biodata)
    scanner.stand('karto')
    scanner.lay(7, 'nothing')
    const taken = demand(await takeSlap(office, scanner, caseId, 'left-four'))
    expect(taken.notTaken).toEqual([7])
    expect(await finger(caseId, 7)).toMatchObject({ standing: 'empty', tries: 0 })

    const subject = { kind: 'missing-finger', position: 7, exception: 'missing' }
    const ask = { caseId, reason: 'Telunjuk kiri diamputasi.', ...subject }
    const { approvalId } = demand(await operator('POST', '/api/approvals', ask))
    const apply = () =>
      operator('POST', `/api/captures/${caseId}/exceptions`, { position: 7, approvalId })
    expect(await apply()).toMatchObject({ status: 409, body: { code: 'approval.waiting' } })
    await except(office, caseId, 7)
    expect(await finger(caseId, 7)).toMatchObject({ standing: 'excepted', exception: 'missing' })
    const excepted = await takeSlap(office, scanner, caseId, 'left-four', [7])
    expect(excepted).toMatchObject({ status: 409, body: { code: 'capture.excepted' } })

    const forget = (positions: number[]) =>
      operator('POST', `/api/captures/${caseId}/fingers/forget`, { positions })
    expect(await forget([8])).toMatchObject({ status: 409, body: { code: 'capture.keep' } })
    demand(await forget([7]))
    expect(await finger(caseId, 7)).toMatchObject({ standing: 'empty' })
  },
  slow,
)

test(
  'an answer is believed once, for its own request, from a known device, and unchanged',
  async () => {
    const caseId = await beginCapture(office, getSampleResident('rini').biodata)
    scanner.stand('rini')
    const path = `/api/captures/${caseId}/fingers`
    const ask = async () =>
      demand(await operator('POST', `${path}/transaction`, { slap: 'thumbs' }))
    const first = await ask()
    const response = await scanner.capture(first.request)
    const second = await ask()
    const hand = (transactionId: string, answer: unknown) =>
      operator('POST', path, { transactionId, response: answer })

    expect(await hand(first.transactionId, response)).toMatchObject({
      status: 409,
      body: { code: 'slap.unknown' },
    })
    expect(await hand(second.transactionId, response)).toMatchObject({
      status: 422,
      body: { code: 'sbi.transaction' },
    })
    const good = (await scanner.capture(second.request)) as {
      biometrics: { data: string; hash: string }[]
    }
    const [left, right] = good.biometrics as [
      (typeof good.biometrics)[0],
      (typeof good.biometrics)[0],
    ]
    const swapped = { biometrics: [right, left] }
    expect((await hand(second.transactionId, swapped)).body.code).toBe('sbi.hash-chain')
    const torn = { biometrics: [{ ...left, data: `${left.data.slice(0, -4)}AAAA` }, right] }
    expect((await hand(second.transactionId, torn)).body.code).toBe('sbi.signature')
    office.time.now += 10 * 60_000
    expect((await hand(second.transactionId, good)).body.code).toBe('sbi.stale')
    office.time.now -= 10 * 60_000
    expect((await finger(caseId, 1)).tries).toBe(0)

    const taken = demand(await hand(second.transactionId, good))
    expect(taken.fingers.map((it: { tries: number }) => it.tries)).toEqual([1, 1])
    const repeated = demand(await hand(second.transactionId, good))
    expect(repeated).toEqual(taken)
    const third = await ask()
    expect(third.previousHash).toBe(good.biometrics[1]?.hash)
  },
  slow,
)

test('nobody takes a capture that another operator has begun, until he takes it over', async () => {
  const caseId = await beginCapture(office, getSampleResident('dewi').biodata)
  await office.world.db
    .updateTable('captures')
    .set({ operator: office.accountId('supervisor') })
    .where('case_id', '=', caseId)
    .execute()
  const path = `/api/captures/${caseId}`
  expect(await operator('POST', `${path}/biodata-confirmed`)).toMatchObject({
    status: 409,
    body: { code: 'capture.other-operator' },
  })
  demand(await operator('POST', `${path}/start`))
  expect(await view(caseId)).toMatchObject({ isMine: true })
  expect((await office.call('petugas-loket', 'POST', `${path}/start`)).status).toBe(403)
})

test('biodata that are wrong go back to Loket I with a reason, and are read aloud anew', async () => {
  const caseId = await beginCapture(office, getSampleResident('ridwan').biodata)
  const path = `/api/captures/${caseId}`
  const short = await operator('POST', `${path}/return`, { reason: 'ya' })
  expect(short.status).toBe(400)
  const reason = 'Nama ibu kandung keliru.'
  expect(demand(await operator('POST', `${path}/return`, { reason }))).toEqual({
    waitingAt: 'queue',
  })
  expect(await view(caseId)).toMatchObject({
    waitingAt: 'queue',
    biodataConfirmedAtMs: null,
    photo: { sha256: expect.any(String) },
  })
  expect((await operator('POST', `${path}/biodata-confirmed`)).status).toBe(409)
})
