// Line — an office and a real center, and between them a line that drops, repeats and lies.

import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import { generateSigningKey } from '#enrollment/keys'
import { signWord } from '#enrollment/seal'
import { answerTyp, receivedTyp } from '#enrollment/transfer'
import { useCenter } from '../../../test/support/center.ts'
import { useOffice } from '../../../test/support/office.ts'
import { waitingCase } from '../../../test/support/outbox.ts'
import type { MadePacket } from '../../../test/support/packets.ts'
import { quietMsMax, resendFirstMs, resendMsMax, resendRefusedMs } from '../limits.ts'
import { readLog } from '../log/log.ts'
import { fetchAnswers } from './answers.ts'
import { enrollAtCenter } from './enroll-office.ts'
import { sendPacket } from './send.ts'
import { findDue } from './store.ts'

const center = useCenter()
const office = useOffice()

type Fetch = typeof fetch
const straight: Fetch = (...asked) => fetch(...asked)
const down: Fetch = () => Promise.reject(new TypeError('fetch failed'))
let line: Fetch = straight
let centerAheadMs = 0

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

beforeEach(() => {
  line = straight
})

/** The page of answers that came last, as it came. */
let page: unknown
const keepingPage: Fetch = async (...asked) => {
  const response = await fetch(...asked)
  page = await response.clone().json()
  return response
}

/** One round of the worker for all that is due; answers how many packets arrived. */
async function sendDue(): Promise<number> {
  center.time.now = office.time.now + centerAheadMs
  let arrived = 0
  for (;;) {
    const packet = await findDue(office.world.db, office.time.now)
    if (packet === undefined) return arrived
    if (await sendPacket(needs(), packet)) arrived++
  }
}

async function typesOf({ caseId }: Pick<MadePacket, 'caseId'>): Promise<string[]> {
  return (await readLog(office.world.db, caseId as CaseId)).map((event) => event.type)
}

async function waiting() {
  return (await office.call('operator-ktp', 'GET', '/api/outbox')).body.waiting
}

/** The same answer with something changed in its JSON. */
function changing(change: (body: Record<string, unknown>) => Promise<object>): Fetch {
  return async (...asked) => {
    const response = await fetch(...asked)
    const body = (await response.json()) as Record<string, unknown>
    return Response.json(await change(body), { status: response.status })
  }
}

test('while the center is stopped everything waits, and all of it arrives when it is back', async () => {
  line = down
  const cases: MadePacket[] = []
  for (const resident of ['ani', 'beni', 'citra']) {
    office.time.now += 1_000
    cases.push(await waitingCase(office, resident, { 2: resident }))
  }
  for (let round = 0; round < 12; round++) {
    expect(await sendDue()).toBe(0)
    office.time.now += resendMsMax
  }
  const stuck = await waiting()
  expect(stuck.map((it: { caseId: string }) => it.caseId)).toEqual(cases.map((it) => it.caseId))
  expect(stuck[0]).toMatchObject({
    tries: 12,
    problem: { code: 'center.unreachable', message: expect.stringContaining('tersimpan') },
  })

  line = straight
  expect(await sendDue()).toBe(3)
  expect(await waiting()).toEqual([])
  expect(await center.process()).toBe(3)
  line = keepingPage
  expect(await fetchAnswers(needs())).toEqual({ ok: true, value: 6 })
  for (const sent of cases) {
    expect((await typesOf(sent)).slice(-4)).toEqual(['registered', 'sent', 'received', 'decided'])
  }
  const faces = await office.world.db.selectFrom('print_materials').select('case_id').execute()
  expect(faces).toHaveLength(3)
})

test('the same answers told again change nothing', async () => {
  const count = async () =>
    (await office.world.db.selectFrom('events').select('seq').execute()).length
  const before = await count()
  expect(await fetchAnswers(needs())).toEqual({ ok: true, value: 0 })
  line = async () => Response.json(page)
  expect(page).toMatchObject({ answers: { length: 6 } })
  expect(await fetchAnswers(needs())).toEqual({ ok: true, value: 0 })
  expect(await count()).toBe(before)
})

test('an acknowledgment lost on the way is asked for again, and the case is sent once', async () => {
  const sent = await waitingCase(office, 'dewi')
  let lost = 0
  line = async (...asked) => {
    const response = await fetch(...asked)
    if (asked[1]?.method !== 'PATCH') return response
    lost++
    throw new TypeError('fetch failed')
  }
  expect(await sendDue()).toBe(0)
  office.time.now += resendMsMax
  expect(await sendDue()).toBe(1)
  expect(lost).toBe(1)
  expect((await typesOf(sent)).filter((type) => type === 'sent')).toHaveLength(1)
})

test('an acknowledgment that the center did not sign is not believed', async () => {
  const sent = await waitingCase(office, 'eka')
  const forger = await generateSigningKey(center.world.keys.signing.kid)
  const word = { packetDigest: sent.digest, atMs: office.time.now }
  const lies = [
    () => signWord(word, receivedTyp, forger),
    () => signWord({ ...word, packetDigest: 'x' }, receivedTyp, center.world.keys.signing),
    () => signWord(word, answerTyp, center.world.keys.signing),
    async () => undefined,
  ]
  for (const lie of lies) {
    line = changing(async () => ({ offset: 0, complete: true, received: await lie() }))
    expect(await sendDue()).toBe(0)
    expect(await waiting()).toMatchObject([
      { caseId: sent.caseId, problem: { code: 'center.unintelligible' } },
    ])
    office.time.now += resendMsMax
  }
  expect(await typesOf(sent)).not.toContain('sent')
  line = straight
  expect(await sendDue()).toBe(1)
})

test('an answer that the center did not sign changes nothing', async () => {
  await center.process()
  const forger = await generateSigningKey(center.world.keys.signing.kid)
  const { caseId } = await waitingCase(office, 'fitri')
  const lie = { type: 'decided', decision: { status: 'PRINT_READY_RECORD' } }
  const facts = { seq: 9_999, caseId, atMs: office.time.now, fact: lie }
  const before = await typesOf({ caseId })
  line = changing(async () => ({
    answers: [await signWord(facts, answerTyp, forger)],
    next: 9_999,
  }))
  expect(await fetchAnswers(needs())).toEqual({
    ok: false,
    issue: { code: 'center.unintelligible' },
  })
  expect(await typesOf({ caseId })).toEqual(before)
  line = straight
  expect(await fetchAnswers(needs())).toMatchObject({ ok: true })
  await sendDue()
})

test('of a duplicate the office keeps only that it is one, whatever a center says', async () => {
  const { caseId } = await waitingCase(office, 'joko')
  const decision = { status: 'DUPLICATE_RECORD', of: '00000000-0000-4000-8000-000000000001' }
  const facts = { seq: 9_998, caseId, atMs: office.time.now, fact: { type: 'decided', decision } }
  line = changing(async () => ({
    answers: [await signWord(facts, answerTyp, center.world.keys.signing)],
    next: 9_998,
  }))
  expect(await fetchAnswers(needs())).toEqual({ ok: true, value: 1 })
  const log = await readLog(office.world.db, caseId as CaseId)
  expect(log.at(-1)).toMatchObject({ decision: { status: 'DUPLICATE_RECORD' } })
  expect(JSON.stringify(log)).not.toContain(decision.of)
  await office.world.db.updateTable('center_line').set({ last_answer_seq: 6 }).execute()
  line = straight
  await sendDue()
})

test('what the center refuses for good is offered seldom, said in words, and at once when asked', async () => {
  const { db } = office.world
  const broken = await waitingCase(office, 'gita')
  const bytes = Buffer.from(broken.bytes)
  bytes[bytes.length - 9] = (bytes.at(-9) as number) ^ 1
  await db
    .updateTable('outbox')
    .set({ packet: bytes })
    .where('case_id', '=', broken.caseId)
    .execute()
  expect(await sendDue()).toBe(0)
  const [row] = await waiting()
  expect(row).toMatchObject({
    problem: { code: 'packet.digest-differs', message: expect.stringContaining('rusak') },
    nextTryAtMs: office.time.now + resendRefusedMs,
  })
  expect((await office.call('camat', 'POST', '/api/outbox/retry')).status).toBe(403)
  const retried = await office.call('operator-ktp', 'POST', '/api/outbox/retry')
  expect(retried).toMatchObject({ status: 200, body: { waitingCount: 1 } })
  await db
    .updateTable('outbox')
    .set({ packet: broken.bytes })
    .where('case_id', '=', broken.caseId)
    .execute()
  expect(await sendDue()).toBe(1)
})

test('a packet that was damaged on the way is offered again soon', async () => {
  const sent = await waitingCase(office, 'indra')
  line = async (url, init) => {
    if (init?.method !== 'PATCH') return fetch(url, init)
    const damaged = Buffer.from(init.body as Uint8Array)
    damaged[9] = (damaged[9] as number) ^ 1
    return fetch(url, { ...init, body: damaged })
  }
  expect(await sendDue()).toBe(0)
  expect(await waiting()).toMatchObject([
    { caseId: sent.caseId, problem: { code: 'packet.digest-differs' } },
  ])
  line = straight
  office.time.now += resendFirstMs
  expect(await sendDue()).toBe(1)
})

test('an office that is asked to wait sends nothing at all until then', async () => {
  const first = await waitingCase(office, 'joko')
  office.time.now += 1_000
  await waitingCase(office, 'kartika')
  let asked = 0
  const retryAfterMs = 90_000
  line = async () => {
    asked++
    const issue = { code: 'office.too-many-bytes', message: '', facts: { retryAfterMs } }
    return Response.json(issue, { status: 429 })
  }
  expect(await sendDue()).toBe(0)
  expect(asked).toBe(1)
  expect(await waiting()).toMatchObject([
    { caseId: first.caseId, problem: { message: expect.stringContaining('lebih pelan') } },
    { problem: null },
  ])
  office.time.now += retryAfterMs - 1
  expect(await sendDue()).toBe(0)
  expect(asked).toBe(1)
  line = straight
  office.time.now += 1
  expect(await sendDue()).toBe(2)
})

test('however long a center asks for quiet, it is asked again', async () => {
  await waitingCase(office, 'lestari')
  const issue = { code: 'office.too-many-requests', facts: { retryAfterMs: 1e12 } }
  line = async () => Response.json(issue, { status: 429 })
  expect(await sendDue()).toBe(0)
  line = straight
  office.time.now += quietMsMax
  expect(await sendDue()).toBe(1)
})

test('a clock that is wrong is named as the reason', async () => {
  await waitingCase(office, 'hadi')
  centerAheadMs = 3_600_000
  expect(await sendDue()).toBe(0)
  expect((await waiting())[0].problem).toMatchObject({
    code: 'pass.stale',
    message: expect.stringContaining('Jam'),
  })
})
