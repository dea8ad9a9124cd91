// Looks test — an expert looks at real prints, and every look is written down.

import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { readAudit } from '#staff/audit'
import {
  type AdjudicationCases,
  sendAdjudicationCases,
} from '../../../test/support/adjudication-cases.ts'
import { useCenter } from '../../../test/support/center.ts'
import type { MadePacket } from '../../../test/support/packets.ts'

const center = useCenter()
let { ani, doubtful, twin, stranger } = {} as AdjudicationCases

const of = ({ caseId }: MadePacket, rest = '') => `/api/adjudications/${caseId}${rest}`
const asExpert = (method: 'GET' | 'POST', url: string) => center.call('adjudicator', method, url)

beforeAll(async () => {
  ;({ ani, doubtful, twin, stranger } = await sendAdjudicationCases(center))
})

test('both records open side by side, and the look is written down', async () => {
  const { body } = await asExpert('GET', of(doubtful))
  expect(body).toMatchObject({
    reason: 'doubtful',
    claimed: null,
    decided: null,
    newcomer: { caseId: doubtful.caseId, officeName: 'Kecamatan Contoh' },
    candidates: [{ person: { caseId: ani.caseId }, isOwnNik: false }],
  })
  expect(body.newcomer.biodata.nik).toMatch(/^\d{16}$/)
  expect(body.newcomer.biodata.nik).not.toBe(body.candidates[0].person.biodata.nik)
  expect(body.newcomer.fingers.map((it: { position: number }) => it.position)).toEqual([2, 7])
  const subject = { caseId: doubtful.caseId }
  const looks = await readAudit(center.world.db as never, { act: 'adjudication.opened', subject })
  expect(looks.entries).toHaveLength(1)
})

test('the minutiae that coincide are named where the finger is the same', async () => {
  const { body } = await asExpert('GET', of(doubtful, `/pairs/${ani.caseId}`))
  const [same, different] = body.fingers
  expect(same).toMatchObject({ position: 2 })
  expect(same.pairs.length).toBeGreaterThan(10)
  expect(same.score).toBeGreaterThan(different.score)
  expect((await asExpert('GET', of(doubtful, `/pairs/${twin.caseId}`))).status).toBe(404)
})

test('images come as PNG, of the people of this case alone', async () => {
  const finger = await asExpert('GET', of(doubtful, '/images/newcomer/finger-2'))
  expect(await sharp(finger.bytes).metadata()).toMatchObject({
    format: 'png',
    width: 320,
    height: 400,
  })
  const photo = await asExpert('GET', of(doubtful, `/images/${ani.caseId}/photo`))
  expect(await sharp(photo.bytes).metadata()).toMatchObject({ format: 'png', width: 30 })
  // The sample signature is a single byte, which is no picture.
  for (const [which, item] of [
    ['newcomer', 'signature'],
    ['newcomer', 'finger-1'],
    [stranger.caseId, 'photo'],
  ] as const) {
    expect((await asExpert('GET', of(doubtful, `/images/${which}/${item}`))).status).toBe(404)
  }
  expect((await asExpert('GET', of(doubtful, '/images/newcomer/biodata'))).status).toBe(400)
  const subject = { caseId: doubtful.caseId, of: ani.caseId, item: 'photo' }
  const seen = { act: 'adjudication.image-seen', subject }
  expect((await readAudit(center.world.db as never, seen)).entries).toHaveLength(1)
})
