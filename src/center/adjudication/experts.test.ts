// Experts tests — a center with one adjudicator: what waits for a second one, and who is told of it.

import { beforeAll, expect, test } from 'vitest'
import {
  type AdjudicationCases,
  sendAdjudicationCases,
} from '../../../test/support/adjudication-cases.ts'
import { useCenter } from '../../../test/support/center.ts'
import type { MadePacket } from '../../../test/support/packets.ts'

const center = useCenter()
let { ani, doubtful, twin } = {} as AdjudicationCases

const list = '/api/adjudications'
const experts = '/api/administration/accounts/experts'
const of = ({ caseId }: MadePacket, rest = '') => `${list}/${caseId}${rest}`
const told = async () => (await center.call('administrator', 'GET', experts)).body

async function rowsAs(role: 'adjudicator' | 'supervisor', as: string = role) {
  const { body } = await center.call(role, 'GET', list, undefined, as)
  const lacking = body.waiting.filter((it: { lacksExpert: boolean }) => it.lacksExpert)
  return {
    experts: body.experts,
    lacking: lacking.map((it: { caseId: string }) => it.caseId),
  }
}

async function setActive(name: string, active: boolean): Promise<void> {
  await center.world.db.updateTable('accounts').set({ active }).where('name', '=', name).execute()
}

beforeAll(async () => {
  ;({ ani, doubtful, twin } = await sendAdjudicationCases(center))
})

test('before there is any adjudicator, all that waits lacks one', async () => {
  expect(await told()).toEqual({ experts: 0, waiting: 4, lacking: 4 })
  expect(await rowsAs('supervisor')).toEqual({ experts: 0, lacking: [] })
})

test('with one, nothing lacks another until the same person was proposed', async () => {
  expect(await rowsAs('adjudicator')).toEqual({ experts: 1, lacking: [] })
  expect((await center.call('adjudicator', 'GET', experts)).status).toBe(403)
  expect(await told()).toEqual({ experts: 1, waiting: 4, lacking: 0 })
  const same = { verdict: 'same-person', sameAs: ani.caseId, reason: 'Sama' }
  await center.call('adjudicator', 'POST', of(doubtful, '/claim'))
  const given = await center.call('adjudicator', 'POST', of(doubtful, '/verdict'), same)
  expect(given.body).toEqual({ outcome: 'proposed' })

  expect(await told()).toEqual({ experts: 1, waiting: 4, lacking: 1 })
  for (const role of ['adjudicator', 'supervisor'] as const) {
    expect(await rowsAs(role)).toEqual({ experts: 1, lacking: [doubtful.caseId] })
    const { body } = await center.call(role, 'GET', of(doubtful))
    expect(body).toMatchObject({ lacksExpert: true, experts: 1 })
    expect((await center.call(role, 'GET', of(twin))).body.lacksExpert).toBe(false)
  }
})

test('a second account ends it, and its holder sees nothing of what there was', async () => {
  const second = await rowsAs('adjudicator', 'second')
  expect(second).toEqual({ experts: 2, lacking: [] })
  expect(await told()).toEqual({ experts: 2, waiting: 4, lacking: 0 })
  const { body } = await center.call('adjudicator', 'GET', of(doubtful), undefined, 'second')
  expect(body).toMatchObject({ standing: 'open', lacksExpert: false })
})

test('an account that may no longer sign in is nobody who could look', async () => {
  await setActive('second', false)
  expect(await told()).toEqual({ experts: 1, waiting: 4, lacking: 1 })
})
