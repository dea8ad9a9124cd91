// Notices tests — what the center tells of itself reaches every officer, and only from the center.

import { beforeAll, expect, test } from 'vitest'
import { generateSigningKey } from '#enrollment/keys'
import { type CenterNotice, noticesTyp } from '#enrollment/notices'
import { signWord } from '#enrollment/seal'
import { answerTyp } from '#enrollment/transfer'
import { useCenter } from '../../../test/support/center.ts'
import { useOffice } from '../../../test/support/office.ts'
import { fetchAnswers } from './answers.ts'
import { enrollAtCenter } from './enroll-office.ts'

const center = useCenter()
const office = useOffice()

type Fetch = typeof fetch
/** The page of answers that came last, as it came. */
let page: object = {}
const straight: Fetch = async (...asked) => {
  const response = await fetch(...asked)
  page = await response.clone().json()
  return response
}
let line = straight

const needs = () => ({
  ...office.world,
  fetch: ((...asked: Parameters<Fetch>) => line(...asked)) as Fetch,
  settings: { ...office.world.settings, centerUrl: center.address },
})

beforeAll(async () => {
  const code = await center.codeFor('Kecamatan Contoh')
  const enrolled = await enrollAtCenter(needs(), { code, name: 'Kecamatan Contoh' })
  expect(enrolled).toMatchObject({ ok: true })
})

async function shown(): Promise<CenterNotice[]> {
  const reply = await office.call('petugas-loket', 'GET', '/api/center-notices')
  return reply.body.notices
}

/** One asking, over this line. */
const hear = (over: Fetch = straight) => {
  line = over
  return fetchAnswers(needs())
}

test('what the center tells of itself is shown to every officer, until it is over', async () => {
  const nowMs = office.time.now
  center.time.now = nowMs
  const text = { id: 'Pusat data dijeda sampai sore.', en: 'The center pauses until evening.' }
  const notice = { kind: 'pause', fromMs: nowMs, toMs: nowMs + 3_600_000, text }
  expect((await center.call('supervisor', 'POST', '/api/notices', notice)).status).toBe(201)
  expect(await hear()).toMatchObject({ ok: true })
  expect(await shown()).toMatchObject([notice])
  expect((await office.call(undefined, 'GET', '/api/center-notices')).status).toBe(401)

  const older = page
  const [{ noticeId } = { noticeId: '' }] = await shown()
  center.time.now = nowMs + 1
  await center.call('supervisor', 'POST', '/api/notices/withdraw', { noticeId })
  expect(await hear()).toMatchObject({ ok: true })
  expect(await shown()).toEqual([])
  // An older word that comes again changes nothing.
  expect(await hear(async () => Response.json(older))).toMatchObject({ ok: true })
  expect(await shown()).toEqual([])

  await center.call('supervisor', 'POST', '/api/notices', notice)
  expect(await hear()).toMatchObject({ ok: true })
  expect(await shown()).toHaveLength(1)
  office.time.now = notice.toMs
  expect(await shown()).toEqual([])
  office.time.now = nowMs
})

test('a notice that the center did not sign is shown to nobody', async () => {
  const forger = await generateSigningKey(center.world.keys.signing.kid)
  const before = await shown()
  const lie = { version: 99, atMs: office.time.now + 60_000, notices: [] }
  for (const [typ, key] of [
    [noticesTyp, forger],
    [answerTyp, center.world.keys.signing],
  ] as const) {
    const notices = await signWord(lie, typ, key)
    const lying = async () => Response.json({ ...page, notices })
    expect(await hear(lying)).toEqual({ ok: false, issue: { code: 'center.unintelligible' } })
  }
  expect(await shown()).toEqual(before)
})
