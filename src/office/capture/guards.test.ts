// Guards test — the mistakes of a busy counter, each found before the case leaves the office.

import { beforeAll, describe, expect, test } from 'vitest'
import type { Slap } from '#enrollment/fingers'
import { getSampleResident } from '#resident/sample-cast'
import {
  approve,
  beginCapture,
  demand,
  enrollOffice,
  takeAllSlaps,
  takeSlap,
} from '../../../test/support/captures.ts'
import { useOffice } from '../../../test/support/office.ts'
import { useScanner } from '../../../test/support/scanner.ts'

const scanner = useScanner(() => office)
const office = useOffice({ deviceCertificates: [scanner.certificateFile] })
const slow = 240_000

beforeAll(async () => {
  await enrollOffice(office)
})

const operator = (url: string, body: object = {}) => office.call('operator-ktp', 'POST', url, body)
const complete = (caseId: string, approvalId?: string) =>
  operator(`/api/captures/${caseId}/complete`, approvalId ? { approvalId } : {})

async function captured(key: string, person: string, visit: string): Promise<string> {
  const caseId = await beginCapture(office, getSampleResident(key).biodata)
  scanner.stand(person, visit)
  await takeAllSlaps(office, scanner, caseId)
  return caseId
}

describe('of a record that lies in this office already', () => {
  test(
    'the same person under another NIK is told by the ticket, and sent on by leave alone',
    async () => {
      const first = await captured('dewi', 'dewi', 'first')
      demand(await complete(first))
      demand(await operator(`/api/attestations/${first}`))
      demand(await operator(`/api/register/${first}`))

      const second = await captured('dewi-again', 'dewi', 'second')
      const found = await complete(second)
      const { ticket } = demand(await office.call('operator-ktp', 'GET', `/api/captures/${first}`))
      expect(found).toMatchObject({
        status: 409,
        body: { code: 'guard.already-recorded', facts: { ticket, positions: [] } },
      })
      expect(JSON.stringify(found.body)).not.toMatch(/dewi|kartika/i)
      const { guards, waitingAt } = demand(
        await office.call('operator-ktp', 'GET', `/api/captures/${second}`),
      )
      expect(waitingAt).toBe('capture')
      expect(guards).toEqual([{ guard: 'already-recorded', positions: [], ticket }])

      const other = await approve(office, second, { kind: 'send-on', guards: ['finger-twice'] })
      expect((await complete(second, other)).body.code).toBe('approval.not-for-this')
      const leave = await approve(office, second, { kind: 'send-on', guards: ['already-recorded'] })
      expect(demand(await complete(second, leave))).toMatchObject({ fingers: 10, sentOn: true })
    },
    slow,
  )

  test(
    'somebody else is not found',
    async () => {
      const caseId = await captured('agus', 'agus', 'first')
      expect(demand(await complete(caseId))).toMatchObject({ fingers: 10, sentOn: false })
    },
    slow,
  )
})

test(
  'one finger at two places is found, and mended by taking both anew',
  async () => {
    const caseId = await beginCapture(office, getSampleResident('raden').biodata)
    scanner.stand('raden')
    scanner.lay(3, { person: 'raden', position: 2 })
    await takeAllSlaps(office, scanner, caseId)
    expect(await complete(caseId)).toMatchObject({
      status: 409,
      body: { code: 'guard.finger-twice', facts: { positions: [2, 3] } },
    })
    scanner.stand('raden', 'again')
    demand(await operator(`/api/captures/${caseId}/fingers/forget`, { positions: [2, 3] }))
    demand(await takeSlap(office, scanner, caseId, 'right-four'))
    expect(demand(await complete(caseId))).toMatchObject({ fingers: 10, sentOn: false })
  },
  slow,
)

test(
  'an operator’s finger is found at whichever position it lies',
  async () => {
    scanner.stand('hendra')
    for (const slap of ['right-four', 'thumbs'] satisfies Slap[]) {
      const asked = demand(await operator('/api/operator-fingers/transaction', { slap }))
      const response = await scanner.capture(asked.request)
      const { transactionId } = asked
      const taken = demand(await operator('/api/operator-fingers', { transactionId, response }))
      expect(taken.fingers.every((it: { registered: boolean }) => it.registered)).toBe(true)
    }
    const own = demand(await office.call('operator-ktp', 'GET', '/api/operator-fingers'))
    expect(own.positions).toEqual([1, 2, 3, 4, 5, 6])

    const caseId = await beginCapture(office, getSampleResident('nuraini').biodata)
    scanner.stand('nuraini')
    scanner.lay(8, { person: 'hendra', position: 2 })
    await takeAllSlaps(office, scanner, caseId)
    expect(await complete(caseId)).toMatchObject({
      status: 409,
      body: { code: 'guard.operator-finger', facts: { positions: [8] } },
    })
  },
  slow,
)

test('an operator registers his own fingers and nobody else’s', async () => {
  const body = { slap: 'thumbs', accountId: office.accountId('supervisor') }
  expect(await operator('/api/operator-fingers/transaction', body)).toMatchObject({
    status: 403,
    body: { code: 'operator.other' },
  })
  const url = '/api/operator-fingers/transaction'
  const unknown = await office.call('administrator', 'POST', url, body)
  expect(unknown).toMatchObject({ status: 404, body: { code: 'operator.unknown' } })
  const named = { slap: 'thumbs', accountId: office.accountId('operator-ktp') }
  expect((await office.call('administrator', 'POST', url, named)).status).toBe(200)
})
