// Notices — written by a supervisor, told to every office that does not know them, withdrawn again.

import { beforeAll, expect, test } from 'vitest'
import { publicSigningOf } from '#enrollment/keys'
import { answersWaitMsMax, noticesMax } from '#enrollment/limits'
import { type CenterNotices, noticesTyp } from '#enrollment/notices'
import { verifyWord } from '#enrollment/seal'
import { type SendingOffice, useCenter } from '../../../test/support/center.ts'

const center = useCenter()
const path = '/api/notices'
const minuteMs = 60_000
let office: SendingOffice

beforeAll(async () => {
  office = await center.enroll()
})

const notice = (part: object = {}) => ({
  kind: 'maintenance',
  fromMs: center.time.now + minuteMs,
  toMs: center.time.now + 2 * minuteMs,
  text: { id: 'Pusat data dipelihara malam ini.', en: 'The center is serviced tonight.' },
  ...part,
})
const write = (part?: object) => center.call('supervisor', 'POST', path, notice(part))

/** What the office is told that knows this version; undefined where it knows all. */
async function told(version: number, waitMs = 0): Promise<CenterNotices | undefined> {
  const url = `/v1/answers?after=0&notices=${version}&waitMs=${waitMs}`
  const { body } = await office.call('GET', url)
  if (body.notices === undefined) return undefined
  const word = await verifyWord(body.notices, noticesTyp, () =>
    publicSigningOf(center.world.keys.signing),
  )
  return word.ok ? (word.value.facts as CenterNotices) : undefined
}

test('nobody else writes one, and a slip is named', async () => {
  expect((await center.call(undefined, 'POST', path, notice())).status).toBe(401)
  expect((await center.call('adjudicator', 'POST', path, notice())).status).toBe(403)
  const { now } = center.time
  for (const [part, code] of [
    [{ toMs: now + minuteMs }, 'notice.span'],
    [{ toMs: now + 400 * 24 * 60 * minuteMs }, 'notice.span'],
    [{ fromMs: now - 2 * minuteMs, toMs: now - minuteMs }, 'notice.past'],
    [{ text: { id: 'pendek', en: 'short' } }, 'request.invalid'],
  ] as const) {
    expect((await write(part)).body.code).toBe(code)
  }
  expect(await told(0)).toBeUndefined()
})

test('an office that waits is told within moments, and of the same list only once', async () => {
  const waiting = told(0, answersWaitMsMax)
  const written = await write()
  expect(written.status).toBe(201)
  const heard = await waiting
  expect(heard).toMatchObject({ version: 1, notices: [{ ...notice() }] })
  expect(await told(1)).toBeUndefined()
  // An office that does not ask for notices is told none.
  expect((await office.call('GET', '/v1/answers?after=0')).body).toEqual({ answers: [], next: 0 })
})

test('a notice that is withdrawn, or over, is told no more', async () => {
  await write({ kind: 'outage', fromMs: center.time.now })
  const before = await told(0)
  expect(before?.notices.map(({ kind }) => kind)).toEqual(['outage', 'maintenance'])
  const noticeId = before?.notices[0]?.noticeId
  const body = { noticeId }
  const gone = await center.call('supervisor', 'POST', `${path}/withdraw`, body)
  expect(gone.body.notices).toHaveLength(1)
  const again = await center.call('supervisor', 'POST', `${path}/withdraw`, body)
  expect(again).toMatchObject({ status: 404, body: { code: 'notice.unknown' } })
  expect(await told(before?.version ?? 0)).toMatchObject({ notices: [{ kind: 'maintenance' }] })
  center.time.now += 2 * minuteMs
  expect((await told(0))?.notices).toEqual([])
})

test('there are so many at a time and no more', async () => {
  for (let i = 0; i < noticesMax; i++) expect((await write()).status).toBe(201)
  expect(await write()).toMatchObject({ status: 422, body: { code: 'notice.too-many' } })
})

test('each writing and each withdrawing stands in the audit log', async () => {
  const rows = await center.world.db
    .selectFrom('audit_entries')
    .select(['act', 'subject'])
    .where('act', 'like', 'notice.%')
    .execute()
  const acts = rows.map(({ act }) => act)
  expect(acts.filter((act) => act === 'notice.written')).toHaveLength(2 + noticesMax)
  expect(acts.filter((act) => act === 'notice.withdrawn')).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('Pusat data')
})
