// Adjudication routes — an expert takes a case and speaks once.

import { beforeAll, expect, test } from 'vitest'
import { readAudit } from '#staff/audit'
import {
  type AdjudicationCases,
  sendAdjudicationCases,
} from '../../../test/support/adjudication-cases.ts'
import { useCenter } from '../../../test/support/center.ts'
import type { MadePacket } from '../../../test/support/packets.ts'

const center = useCenter()
let { office, ani, doubtful, twin, stranger, fingerless } = {} as AdjudicationCases

const list = '/api/adjudications'
const of = ({ caseId }: MadePacket, rest = '') => `${list}/${caseId}${rest}`
const asExpert = (method: 'GET' | 'POST', url: string, body?: object) =>
  center.call('adjudicator', method, url, body)
const asSecond = (method: 'GET' | 'POST', url: string, body?: object) =>
  center.call('adjudicator', method, url, body, 'second')

beforeAll(async () => {
  ;({ office, ani, doubtful, twin, stranger, fingerless } = await sendAdjudicationCases(center))
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
  const supervisor = await center.call('supervisor', 'POST', of(doubtful, '/claim'))
  expect(supervisor).toMatchObject({ status: 409, body: { code: 'adjudication.not-disputed' } })
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
  expect(reply).toMatchObject({ status: 200, body: { outcome: 'settled' } })
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
  expect(reply).toMatchObject({ status: 200, body: { outcome: 'more-came' } })
  expect(await galleryCases()).not.toContain(twin.caseId)
  const { body } = await asExpert('GET', of(twin))
  expect(body.candidates.map((it: { person: MadePacket }) => it.person.caseId)).toEqual([
    ani.caseId,
    doubtful.caseId,
  ])
})

const same = () => ({
  verdict: 'same-person',
  sameAs: doubtful.caseId,
  reason: 'Dua jari sama',
})

test('“the same person” is a proposal until a second expert has found so too', async () => {
  const reply = await asExpert('POST', of(twin, '/verdict'), same())
  expect(reply.body).toEqual({ outcome: 'proposed' })
  expect(await lastFact(twin)).toMatchObject({ decision: { status: 'ADJUDICATE_RECORD' } })
  const again = await asExpert('POST', of(twin, '/claim'))
  expect(again).toMatchObject({ status: 409, body: { code: 'adjudication.own-opinion' } })
  const own = (await asExpert('GET', of(twin))).body
  expect(own).toMatchObject({ standing: 'second', mayTake: false, claimed: null })
  expect(own.opinions).toMatchObject([{ own: true, sameAs: doubtful.caseId }])
})

test('nobody speaks twice, even where the case should lie with them again', async () => {
  const { db } = center.world
  const opinion = await db
    .selectFrom('adjudication_opinions')
    .select('given_by')
    .where('case_id', '=', twin.caseId)
    .executeTakeFirstOrThrow()
  const holdAs = (claimed_by: string | null) =>
    db.updateTable('adjudications').set({ claimed_by }).where('case_id', '=', twin.caseId).execute()
  await holdAs(opinion.given_by)
  const reply = await asExpert('POST', of(twin, '/verdict'), same())
  expect(reply).toMatchObject({ status: 409, body: { code: 'adjudication.own-opinion' } })
  await holdAs(null)
})

test('the second expert sees nothing of the first one’s verdict', async () => {
  const rowOf = (body: { waiting: { caseId: string }[] }) =>
    body.waiting.find((it) => it.caseId === twin.caseId)
  const asAny = { standing: 'open', given: false, mayTake: true, claimed: null }
  expect(rowOf((await asSecond('GET', list)).body)).toMatchObject(asAny)
  const supervisor = (await center.call('supervisor', 'GET', list)).body
  expect(rowOf(supervisor)).toMatchObject({ standing: 'second', mayTake: false })
  for (const person of [asSecond, center.call.bind(center, 'supervisor')]) {
    const { body } = await person('GET', of(twin))
    expect(body.opinions).toEqual([])
    expect(JSON.stringify(body)).not.toContain('Dua jari sama')
  }
  expect((await asSecond('GET', of(twin))).body).toMatchObject({ standing: 'open' })
})

test('two who agree settle it, each in the record of acts and each reason sealed', async () => {
  await asSecond('POST', of(twin, '/claim'))
  const reply = await asSecond('POST', of(twin, '/verdict'), { ...same(), reason: 'Inti sama' })
  expect(reply.body).toEqual({ outcome: 'settled' })
  expect(await lastFact(twin)).toEqual({
    type: 'decided',
    decision: { status: 'DUPLICATE_RECORD', of: doubtful.caseId },
  })
  const { body } = await asSecond('GET', of(twin))
  expect(body.opinions).toMatchObject([{ reason: 'Dua jari sama' }, { reason: 'Inti sama' }])
  const subject = { caseId: twin.caseId, verdict: 'same-person', sameAs: doubtful.caseId }
  for (const act of ['adjudication.proposed', 'adjudication.decided']) {
    const { entries } = await readAudit(center.world.db as never, { act, subject })
    expect(entries).toHaveLength(1)
  }
  const kept = await center.world.db.selectFrom('adjudication_opinions').selectAll().execute()
  expect(kept.some((row) => row.sealed_reason.includes('sama'))).toBe(false)
  const change = center.world.db.deleteFrom('adjudication_opinions').execute()
  await expect(change).rejects.toThrow('append-only')
})

test('two who differ leave it to the supervisor, who sees both and makes an end', async () => {
  const proposal = { verdict: 'same-person', sameAs: ani.caseId, reason: 'Mirip' }
  await asExpert('POST', of(stranger, '/claim'))
  expect((await asExpert('POST', of(stranger, '/verdict'), proposal)).body.outcome).toBe('proposed')
  await asSecond('POST', of(stranger, '/claim'))
  const other = { verdict: 'cannot-tell', reason: 'Terlalu buram' }
  const reply = await asSecond('POST', of(stranger, '/verdict'), other)
  expect(reply.body).toEqual({ outcome: 'disputed' })
  expect(await lastFact(stranger)).toMatchObject({ decision: { status: 'ADJUDICATE_RECORD' } })
  const third = await center.call('adjudicator', 'POST', of(stranger, '/claim'), undefined, 'third')
  expect(third).toMatchObject({ status: 409, body: { code: 'adjudication.disputed' } })
  const asSupervisor = (method: 'GET' | 'POST', url: string, body?: object) =>
    center.call('supervisor', method, url, body)
  const { body } = await asSupervisor('GET', of(stranger))
  expect(body).toMatchObject({ standing: 'disputed', mayTake: true })
  expect(body.opinions).toMatchObject([{ reason: 'Mirip' }, { reason: 'Terlalu buram' }])
  expect((await asSupervisor('POST', of(stranger, '/claim'))).status).toBe(200)
})

test('a second person under one NIK gets no card', async () => {
  const reply = await center.call('supervisor', 'POST', of(stranger, '/verdict'), {
    verdict: 'different-persons',
    reason: 'Orang lain',
  })
  expect(reply.body).toEqual({ outcome: 'settled' })
  expect(await lastFact(stranger)).toEqual({
    type: 'enroll-failed',
    code: 'adjudication.nik-of-another',
  })
  expect(await galleryCases()).not.toContain(stranger.caseId)
})

test('what was found of a person before is told to who compares them, without a name', async () => {
  const { body } = await asExpert('GET', of(twin))
  // Searched when the packet came, and again before the expert's first word was taken.
  expect(body.searches).toMatchObject([
    { people: 1, found: 1 },
    { people: 2, found: 2 },
  ])
  const [about] = body.candidates
  expect(about.person.caseId).toBe(ani.caseId)
  // The stranger came under ani's NIK; `doubtful` was compared with ani, and was somebody else.
  const office = { officeName: 'Kecamatan Contoh' }
  expect(about.person.past).toMatchObject([
    { ...office, what: 'decided', outcome: 'adjudication.nik-of-another', byExpert: true },
    { ...office, what: 'compared', outcome: 'different-persons', byExpert: true },
    { ...office, what: 'decided', outcome: 'ADJUDICATE_RECORD', byExpert: false },
    { ...office, what: 'decided', outcome: 'PRINT_READY_RECORD', byExpert: false },
  ])
  const found = await asExpert('GET', of(fingerless))
  expect(found.body.newcomer.past).toEqual([])
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
  expect((await verdict('different-persons')).body).toEqual({ outcome: 'settled' })
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

test('no word of the other person reaches the office; the center’s people are told', async () => {
  const { body } = await office.call('GET', '/v1/answers?after=0')
  const told = (body.answers as string[]).map((word) =>
    Buffer.from(word.split('.')[1] as string, 'base64url').toString(),
  )
  const about = told.filter((it) => it.includes(twin.caseId))
  expect(about.some((it) => it.includes('DUPLICATE_RECORD'))).toBe(true)
  for (const other of [doubtful, ani]) {
    expect(about.some((it) => it.includes(other.caseId))).toBe(false)
  }
  const url = `/api/decisions/${twin.caseId}`
  expect((await asExpert('GET', url)).body).toEqual({
    status: 'DUPLICATE_RECORD',
    duplicateOf: doubtful.caseId,
  })
  expect((await center.call('administrator', 'GET', url)).status).toBe(403)
})
