// Bad input test — slips, tears, forgeries and the wrong finger: each is refused with its own code
// and a sentence to read, and no row of case, register, gallery or ledger is another afterwards.

import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { generateSigningKey } from '../../src/enrollment/keys.ts'
import { getSampleResident } from '../../src/resident/sample-cast.ts'
import {
  beginCapture,
  demand,
  enrollOffice,
  signature,
  takeAllSlaps,
  takeSlap,
} from '../support/captures.ts'
import { leadCase, paperScan } from '../support/case-at.ts'
import { type SendingOffice, useCenter } from '../support/center.ts'
import { type Reply, useOffice } from '../support/office.ts'
import { centerTables, officeTables, rowSumsOf } from '../support/row-sums.ts'
import { useScanner } from '../support/scanner.ts'

const scanner = useScanner(() => office)
const office = useOffice({ deviceCertificates: [scanner.certificateFile] })
const center = useCenter()
let sender: SendingOffice

beforeAll(async () => {
  await enrollOffice(office)
  sender = await center.enroll()
})

const operator = (url: string, body: object = {}) => office.call('operator-ktp', 'POST', url, body)

async function sums() {
  return {
    office: await rowSumsOf(office.world.db as never, officeTables),
    center: await rowSumsOf(center.world.db as never, centerTables),
  }
}

/** The act is refused with the code and words, and leaves all rows as they were. */
async function expectRefused(
  code: string | RegExp,
  act: () => Promise<Pick<Reply, 'status' | 'body'>>,
): Promise<Reply['body']> {
  const before = await sums()
  const { status, body } = await act()
  const expected = code instanceof RegExp ? expect.stringMatching(code) : code
  expect([status, body]).toEqual([expect.any(Number), expect.objectContaining({ code: expected })])
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  // A sentence, and not the code.
  expect(body.message).toMatch(/^\p{Lu}.+ .+\.$/su)
  expect(body.message).not.toContain(body.code)
  expect(await sums()).toEqual(before)
  return body
}

describe('of a form', () => {
  const { biodata } = getSampleResident('siti')
  const send = (changed: object) => () =>
    office.call(undefined, 'POST', '/api/forms', { biodata: { ...biodata, ...changed } })

  test.each([
    ['too short', { nik: '160699690208000' }, 'nik.length'],
    ['of letters', { nik: '16069969020800O1' }, 'nik.not-a-digit'],
    ['of no day', { nik: '1606993302080001' }, /^nik\./],
  ])('a NIK %s', async (_, changed, code) => {
    const body = await expectRefused('form.invalid', send(changed))
    const codes = body.facts.issues.map((it: { code: string }) => it.code)
    expect(codes).toContainEqual(code instanceof RegExp ? expect.stringMatching(code) : code)
    for (const it of body.facts.issues) expect(it.message).toMatch(/^\p{Lu}.+\.$/su)
  })

  test('an unmarried fifteen-year-old', async () => {
    const young = { nik: '1606990411110003', sex: 'male', birthDate: '2011-11-04' }
    const changed = { ...young, maritalStatus: 'never-married' }
    const body = await expectRefused('eligibility.too-young', send(changed))
    expect(body.message).toContain('2027')
  })
})

describe('of an upload', () => {
  let path = ''
  beforeAll(async () => {
    const { caseId } = await leadCase(office, getSampleResident('budi').biodata, 'called')
    path = `/api/cases/${caseId}/documents/kk?mediaType=image/png`
  })
  const put = (bytes: Uint8Array) => () => office.call('petugas-loket', 'PUT', path, bytes)

  test('a file of no bytes', () => expectRefused('scan.empty', put(Buffer.alloc(0))))

  test('a torn PNG', async () => {
    const whole = await paperScan()
    await expectRefused('scan.torn', put(whole.subarray(0, whole.length - 30)))
    demand(await put(whole)())
  })
})

describe('of a packet', () => {
  const named = (bytes: Buffer) => ({
    bytes,
    digest: createHash('sha256').update(bytes).digest('hex'),
  })

  test('one byte changed, at any of several places', async () => {
    const { bytes } = await sender.packet({ resident: 'sum', fingers: {} })
    for (const share of [0.01, 0.2, 0.5, 0.8, 0.99]) {
      const changed = Buffer.from(bytes)
      const at = Math.floor(bytes.length * share)
      changed[at] = (changed[at] as number) ^ 1
      await expectRefused(/^(packet|signature|manifest)\./, () => sender.send(named(changed)))
    }
  })

  test('a signature by a key that nobody knows', async () => {
    const attestedBy = await generateSigningKey('nobody')
    const forged = await sender.packet({ resident: 'sum', fingers: {}, attestedBy })
    await expectRefused('signature.unknown-key', () => sender.send(forged))
  })
})

describe('of a capture', () => {
  let caseId = ''
  const complete = () => operator(`/api/captures/${caseId}/complete`)
  const forget = async (positions: readonly number[]) =>
    demand(await operator(`/api/captures/${caseId}/fingers/forget`, { positions }))

  beforeAll(async () => {
    // Dewi lies in the register, and the operator's thumbs are known.
    const earlier = await beginCapture(office, getSampleResident('dewi').biodata)
    scanner.stand('dewi', 'first')
    await takeAllSlaps(office, scanner, earlier)
    for (const step of ['captures/*/complete', 'attestations/*', 'register/*']) {
      demand(await operator(`/api/${step.replace('*', earlier)}`))
    }
    scanner.stand('hendra')
    const asked = demand(await operator('/api/operator-fingers/transaction', { slap: 'thumbs' }))
    const { transactionId } = asked
    const response = await scanner.capture(asked.request)
    demand(await operator('/api/operator-fingers', { transactionId, response }))
    caseId = await beginCapture(office, getSampleResident('dewi-again').biodata)
  })

  test('a torn signature, and one of no bytes', async () => {
    const path = `/api/captures/${caseId}/signature?mediaType=image/png`
    const put = (bytes: Uint8Array) => () => office.call('operator-ktp', 'PUT', path, bytes)
    const whole = await signature()
    await expectRefused('image.unreadable', put(whole.subarray(0, whole.length / 2)))
    await expectRefused('scan.empty', put(Buffer.alloc(0)))
  })

  test('an answer of the scanner whose chain of hashes is broken', async () => {
    scanner.stand('dewi', 'second')
    const path = `/api/captures/${caseId}/fingers`
    const { transactionId, request } = demand(
      await operator(`${path}/transaction`, { slap: 'thumbs' }),
    )
    const whole = (await scanner.capture(request)) as { biometrics: object[] }
    const response = { biometrics: whole.biometrics.toReversed() }
    await expectRefused('sbi.hash-chain', () => operator(path, { transactionId, response }))
    demand(await operator(path, { transactionId, response: whole }))
  })

  test('nine fingers without a supervisor’s leave', async () => {
    scanner.lay(3, { person: 'dewi', position: 2 })
    scanner.lay(8, { person: 'hendra', position: 1 })
    scanner.lay(10, 'nothing')
    demand(await takeSlap(office, scanner, caseId, 'right-four'))
    demand(await takeSlap(office, scanner, caseId, 'left-four'))
    const body = await expectRefused('capture.fingers-missing', complete)
    expect(body.facts.positions).toEqual([10])
    scanner.lay(10, { person: 'dewi' })
    demand(await takeSlap(office, scanner, caseId, 'left-four', [10]))
  })

  test('one finger at two positions', async () => {
    const body = await expectRefused('guard.finger-twice', complete)
    expect(body.facts.positions).toEqual([2, 3])
    await forget([2, 3])
    scanner.lay(3, { person: 'dewi' })
    demand(await takeSlap(office, scanner, caseId, 'right-four'))
  })

  test('the operator’s own finger', async () => {
    const body = await expectRefused('guard.operator-finger', complete)
    expect(body.facts.positions).toEqual([8])
    await forget([8])
    scanner.lay(8, { person: 'dewi' })
    demand(await takeSlap(office, scanner, caseId, 'left-four', [8]))
  })

  test('somebody who is recorded already', async () => {
    const body = await expectRefused('guard.already-recorded', complete)
    expect(body.facts.ticket).toMatch(/./)
  })
})
