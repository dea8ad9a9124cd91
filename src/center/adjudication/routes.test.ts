// Adjudication routes — an expert takes a case, looks at real prints, and speaks once.

import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { readAudit } from '#staff/audit'
import { type SendingOffice, useCenter } from '../../../test/support/center.ts'
import type { MadePacket } from '../../../test/support/packets.ts'

const center = useCenter()
let office: SendingOffice
let ani: MadePacket
/** One finger is ani's, one is not: too much to be chance, too little to be sure. */
let doubtful: MadePacket
/** Another NIK, the same fingers as `doubtful`. */
let twin: MadePacket
/** ani's NIK with other fingers. */
let stranger: MadePacket

/** All ten fingers excepted. */
let fingerless: MadePacket

const list = '/api/adjudications'
const of = ({ caseId }: MadePacket, rest = '') => `${list}/${caseId}${rest}`
const asExpert = (method: 'GET' | 'POST', url: string, body?: object) =>
  center.call('adjudicator', method, url, body)
const asSecond = (method: 'GET' | 'POST', url: string, body?: object) =>
  center.call('adjudicator', method, url, body, 'second')

beforeAll(async () => {
  const photo = await sharp({
    create: { width: 30, height: 40, channels: 3, background: '#a00' },
  })
    .jpeg()
    .toBuffer()
  office = await center.enroll('Kecamatan Contoh')
  const packet = (resident: string, fingers: Record<number, string>, visit: string) =>
    office.packet({ resident, fingers, visit, photo })
  ani = await packet('ani', { 2: 'ani', 7: 'ani' }, '1')
  doubtful = await packet('beni', { 2: 'ani', 7: 'beni' }, '2')
  twin = await packet('citra', { 2: 'ani', 7: 'beni' }, '3')
  stranger = await packet('ani', { 2: 'dewi', 7: 'dewi' }, '4')
  fingerless = await packet('lina', {}, '5')
  for (const sent of [ani, doubtful, twin, stranger, fingerless]) {
    center.time.now += 1_000
    await office.send(sent)
    await center.process()
  }
})

async function lastFact({ caseId }: MadePacket) {
  const row = await center.world.db
    .selectFrom('events')
    .select(['type', 'facts'])
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { type: row.type, ...(row.facts as object) }
}

async function galleryCases() {
  const rows = await center.world.db.selectFrom('gallery').select('case_id').execute()
  return rows.map((row) => row.case_id)
}

test('what waits stands in the order of age, and nobody else may read it', async () => {
  const { status, body } = await asExpert('GET', list)
  expect(status).toBe(200)
  expect(body.waiting).toMatchObject([
    { caseId: doubtful.caseId, reason: 'doubtful', candidateCount: 1, claimed: null },
    { caseId: twin.caseId, reason: 'doubtful' },
    { caseId: stranger.caseId, reason: 'own-nik-differs' },
    { caseId: fingerless.caseId, reason: 'nothing-to-compare', candidateCount: 0 },
  ])
  expect((await center.call(undefined, 'GET', list)).status).toBe(401)
  expect((await center.call('administrator', 'GET', list)).status).toBe(403)
  expect((await center.call('supervisor', 'GET', list)).status).toBe(200)
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

test('one expert at a time: taken, given back, taken over, spoken only by the taker', async () => {
  const different = { verdict: 'different-persons', reason: 'Pola berbeda' }
  const early = await asExpert('POST', of(doubtful, '/verdict'), different)
  expect(early).toMatchObject({ status: 409, body: { code: 'adjudication.not-claimed' } })
  expect((await asExpert('POST', of(doubtful, '/claim'))).status).toBe(200)
  expect((await asExpert('POST', of(doubtful, '/claim'))).status).toBe(200)
  for (const act of ['/claim', '/release']) {
    const reply = await asSecond('POST', of(doubtful, act))
    expect(reply).toMatchObject({ status: 409, body: { code: 'adjudication.claimed' } })
  }
  const taken = await asSecond('POST', of(doubtful, '/verdict'), different)
  expect(taken).toMatchObject({ status: 409, body: { code: 'adjudication.claimed' } })
  expect((await center.call('supervisor', 'POST', of(doubtful, '/release'))).status).toBe(200)
  expect((await asSecond('POST', of(doubtful, '/claim'))).status).toBe(200)
  expect((await asSecond('POST', of(doubtful, '/release'))).status).toBe(200)
  expect((await asExpert('POST', of(doubtful, '/claim'))).status).toBe(200)
  expect((await center.call('supervisor', 'POST', of(doubtful, '/claim'))).status).toBe(403)
})

test('a verdict without its reason, or the same as nobody, is refused', async () => {
  const silent = await asExpert('POST', of(doubtful, '/verdict'), {
    verdict: 'cannot-tell',
    reason: '  ',
  })
  expect(silent).toMatchObject({ status: 422, body: { code: 'adjudication.reason-missing' } })
  const nobody = await asExpert('POST', of(doubtful, '/verdict'), {
    verdict: 'same-person',
    sameAs: twin.caseId,
    reason: 'Sama',
  })
  expect(nobody).toMatchObject({ status: 422, body: { code: 'adjudication.same-as' } })
  expect(await lastFact(doubtful)).toMatchObject({ decision: { status: 'ADJUDICATE_RECORD' } })
})

test('found different: unique, searched against from now on, its reason sealed', async () => {
  const reason = 'Delta jari telunjuk berbeda'
  const reply = await asExpert('POST', of(doubtful, '/verdict'), {
    verdict: 'different-persons',
    reason,
  })
  expect(reply).toMatchObject({ status: 200, body: { settled: true } })
  expect(await lastFact(doubtful)).toMatchObject({ decision: { status: 'PRINT_READY_RECORD' } })
  expect(await galleryCases()).toContain(doubtful.caseId)
  const row = await center.world.db
    .selectFrom('adjudications')
    .select('sealed_verdict_reason')
    .where('case_id', '=', doubtful.caseId)
    .executeTakeFirstOrThrow()
  expect(row.sealed_verdict_reason?.includes(reason)).toBe(false)
  const context = `adjudications/${doubtful.caseId}`
  expect(center.world.vault.openText(row.sealed_verdict_reason as Buffer, context)).toBe(reason)
  const again = await asExpert('POST', of(doubtful, '/verdict'), {
    verdict: 'cannot-tell',
    reason,
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'adjudication.decided' } })
})

test('whoever came into the gallery meanwhile is shown before anybody is called unique', async () => {
  await asExpert('POST', of(twin, '/claim'))
  const different = { verdict: 'different-persons', reason: 'Berbeda' }
  const reply = await asExpert('POST', of(twin, '/verdict'), different)
  expect(reply).toMatchObject({ status: 200, body: { settled: false } })
  expect(await galleryCases()).not.toContain(twin.caseId)
  const { body } = await asExpert('GET', of(twin))
  expect(body.candidates.map((it: { person: MadePacket }) => it.person.caseId)).toEqual([
    ani.caseId,
    doubtful.caseId,
  ])
  await asExpert('POST', of(twin, '/verdict'), {
    verdict: 'same-person',
    sameAs: doubtful.caseId,
    reason: 'Dua jari sama',
  })
  expect(await lastFact(twin)).toEqual({
    type: 'decided',
    decision: { status: 'DUPLICATE_RECORD', of: doubtful.caseId },
  })
})

test('a second person under one NIK gets no card', async () => {
  await asExpert('POST', of(stranger, '/claim'))
  await asExpert('POST', of(stranger, '/verdict'), {
    verdict: 'different-persons',
    reason: 'Orang lain',
  })
  expect(await lastFact(stranger)).toEqual({
    type: 'enroll-failed',
    code: 'adjudication.nik-of-another',
  })
  expect(await galleryCases()).not.toContain(stranger.caseId)
})

test('whoever has no finger stands alone before the expert, who may call them new', async () => {
  const { body } = await asExpert('GET', of(fingerless))
  expect(body).toMatchObject({
    reason: 'nothing-to-compare',
    newcomer: { caseId: fingerless.caseId, fingers: [] },
    candidates: [],
  })
  await asExpert('POST', of(fingerless, '/claim'))
  const verdict = (word: string) =>
    asExpert('POST', of(fingerless, '/verdict'), { verdict: word, reason: 'Foto dan biodata' })
  expect(await verdict('same-person')).toMatchObject({ body: { code: 'adjudication.same-as' } })
  expect((await verdict('different-persons')).body).toEqual({ settled: true })
  expect(await lastFact(fingerless)).toMatchObject({ decision: { status: 'PRINT_READY_RECORD' } })
  expect(await galleryCases()).toContain(fingerless.caseId)
  expect((await asExpert('GET', list)).body.waiting).toEqual([])
})

test('the office is told, signed, with the faces sealed to it', async () => {
  const { body } = await office.call('GET', '/v1/answers?after=0')
  const told = (body.answers as string[]).map((word) =>
    JSON.parse(Buffer.from(word.split('.')[1] as string, 'base64url').toString()),
  )
  const ready = told.filter((it) => it.fact.decision?.status === 'PRINT_READY_RECORD')
  const cases = [ani, doubtful, fingerless].map(({ caseId }) => caseId)
  expect(ready.map((it) => it.caseId)).toEqual(cases)
  expect(ready.every((it) => typeof it.sealed.photo === 'string')).toBe(true)
})
