// Pipeline — real prints of made-up people, from the line to a decision.

import { beforeAll, expect, test } from 'vitest'
import { generateKeys, publicKeysOf } from '#enrollment/keys'
import { encodeFingerView, writeFingerImageRecord } from '#formats/iso19794-4'
import { type SendingOffice, useCenter } from '../../test/support/center.ts'
import { type MadePacket, makePacket } from '../../test/support/packets.ts'
import { layIn } from './inbox/store.ts'
import { processNext } from './pipeline.ts'

const center = useCenter()
let office: SendingOffice
let ani: MadePacket

beforeAll(async () => {
  office = await center.enroll()
  ani = await office.packet({ resident: 'ani', fingers: { 2: 'ani', 7: 'ani' } })
})

/** Everything the center has written about cases: equal before and after means nothing changed. */
async function written() {
  const { db } = center.world
  const count = async (table: 'enrollments' | 'templates' | 'gallery' | 'events' | 'searches') => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  return {
    enrollments: await count('enrollments'),
    templates: await count('templates'),
    gallery: await count('gallery'),
    events: await count('events'),
    searches: await count('searches'),
  }
}

async function eventsOf({ caseId }: Pick<MadePacket, 'caseId'>) {
  const rows = await center.world.db
    .selectFrom('events')
    .select(['type', 'facts'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
  return rows.map(({ type, facts }) => ({ type, ...(facts as object) }))
}

async function workOf({ digest }: Pick<MadePacket, 'digest'>) {
  return center.world.db
    .selectFrom('packet_work')
    .select(['state', 'problem'])
    .where('packet_digest', '=', digest)
    .executeTakeFirst()
}

async function stageOf({ digest }: Pick<MadePacket, 'digest'>) {
  return center.world.db
    .selectFrom('packet_work')
    .select(['state', 'stage'])
    .where('packet_digest', '=', digest)
    .executeTakeFirstOrThrow()
}

const printReady = { type: 'decided', decision: { status: 'PRINT_READY_RECORD' } }

test('a crash at any moment loses nothing and does nothing twice', async () => {
  expect((await office.send(ani)).body.complete).toBe(true)
  const stages = new Set<string>()
  for (let nth = 1; ; nth++) {
    const before = await written()
    let told = 0
    const clock = () => {
      if (++told === nth) throw new Error('the power is cut')
      return center.time.now
    }
    const crashed = await processNext({ ...center.world, clock }, center.gallery).then(
      () => false,
      () => true,
    )
    const { state, stage } = await stageOf(ani)
    if (!crashed) {
      expect(state).toBe('done')
      break
    }
    expect(state).toBe('waiting')
    stages.add(stage)
    // What a step had done before is neither undone nor done again.
    const after = await written()
    expect(after.enrollments).toBe(stage === 'received' ? before.enrollments : 1)
    expect([after.searches, after.gallery]).toEqual([before.searches, before.gallery])
    center.time.now += 10_000
  }
  expect([...stages]).toEqual(['received', 'extracted', 'searched'])
  expect(await eventsOf(ani)).toEqual([{ type: 'received' }, printReady])
  expect(await written()).toEqual({
    enrollments: 1,
    templates: 2,
    gallery: 1,
    events: 2,
    searches: 1,
  })
  expect(await workOf(ani)).toEqual({ state: 'done', problem: null })
})

test('the same packet sent again is acknowledged again and enrolled once', async () => {
  const before = await written()
  expect((await office.send(ani)).body).toMatchObject({ complete: true })
  expect(await center.process()).toBe(0)
  expect(await written()).toEqual(before)
})

test('a second packet of an enrolled case changes nothing that is known of it', async () => {
  const again = await office.packet({
    resident: 'ani',
    fingers: { 2: 'ani' },
    caseId: ani.caseId,
  })
  await office.send(again)
  await center.process()
  expect(await workOf(again)).toEqual({ state: 'set-aside', problem: 'case.known-already' })
  expect(await eventsOf(ani)).toEqual([{ type: 'received' }, printReady])
})

test('the same fingers under another NIK are a duplicate of the first case', async () => {
  const beni = await office.packet({
    resident: 'beni',
    fingers: { 2: 'ani', 7: 'ani' },
    visit: 'second',
  })
  await office.send(beni)
  await center.process()
  expect(await eventsOf(beni)).toEqual([
    { type: 'received' },
    { type: 'decided', decision: { status: 'DUPLICATE_RECORD', of: ani.caseId } },
  ])
})

test('the same fingers under the own NIK are no offense, and the person stays one', async () => {
  const again = await office.packet({
    resident: 'ani',
    fingers: { 2: 'ani', 7: 'ani' },
    visit: 'third',
  })
  const before = await written()
  await office.send(again)
  await center.process()
  expect((await eventsOf(again)).at(-1)).toEqual(printReady)
  // One more visit, of the same person.
  expect((await written()).gallery).toBe(before.gallery + 1)
  const visits = await center.world.db
    .selectFrom('gallery')
    .where('person_id', '=', ani.caseId)
    .select('case_id')
    .execute()
  expect(visits).toHaveLength(2)
})

test('other fingers under a recorded NIK go to a human', async () => {
  const stranger = await office.packet({ resident: 'ani', fingers: { 2: 'citra', 7: 'citra' } })
  await office.send(stranger)
  await center.process()
  expect((await eventsOf(stranger)).at(-1)).toEqual({
    type: 'decided',
    decision: { status: 'ADJUDICATE_RECORD' },
  })
  const row = await center.world.db
    .selectFrom('adjudications')
    .select(['reason', 'candidates'])
    .where('case_id', '=', stranger.caseId)
    .executeTakeFirst()
  expect(row).toMatchObject({ reason: 'own-nik-differs', candidates: [{ caseId: ani.caseId }] })
})

test('somebody new is unique, also where the gallery was filled elsewhere meanwhile', async () => {
  const dewi = await office.packet({ resident: 'dewi', fingers: { 2: 'dewi', 7: 'dewi' } })
  await office.send(dewi)
  await center.process()
  expect((await eventsOf(dewi)).at(-1)).toEqual(printReady)
  expect(center.gallery.peopleCount).toBe(1)
  const twin = await office.packet({
    resident: 'eka',
    fingers: { 2: 'dewi', 7: 'dewi' },
    visit: 'second',
  })
  await office.send(twin)
  await center.process()
  expect((await eventsOf(twin)).at(-1)).toMatchObject({ decision: { of: dewi.caseId } })
  expect(center.gallery.peopleCount).toBe(2)
})

test('what the center cannot open, or is not what was attested, fails with its own words', async () => {
  const before = await written()
  const stranger = await publicKeysOf(await generateKeys('stranger'))
  const asked = { resident: 'fitri', fingers: {} }
  const sealedElsewhere = await makePacket({
    ...asked,
    officeId: office.officeId,
    officeKey: office.keys.signing,
    recipients: [stranger.sealing],
  })
  const swapped = await office.packet({ ...asked, swapped: { photo: new Uint8Array([9]) } })
  for (const [packet, code] of [
    [sealedElsewhere, 'packet.not-for-us'],
    [swapped, 'packet.item-differs'],
  ] as const) {
    expect((await office.send(packet)).body.complete).toBe(true)
    await center.process()
    expect(await workOf(packet)).toEqual({ state: 'set-aside', problem: code })
    expect(await eventsOf(packet)).toEqual([{ type: 'enroll-failed', code }])
  }
  expect(await written()).toEqual({ ...before, events: before.events + 2 })
})

test('a case that another office has enrolled is refused to this one', async () => {
  const other = await center.enroll('Kecamatan Lain')
  const taken = await other.packet({ resident: 'gita', fingers: {}, caseId: ani.caseId })
  await other.send(taken)
  await center.process()
  const { body } = await other.call('GET', '/v1/answers?after=0')
  expect(body.answers).toHaveLength(1)
  expect(Buffer.from(body.answers[0].split('.')[1], 'base64url').toString()).toContain(
    'case.known-already',
  )
})

test('a packet whose bytes changed in the database since fails, and its office is told', async () => {
  const hadi = await office.packet({ resident: 'hadi', fingers: {} })
  await office.send(hadi)
  const before = await written()
  const changed = Buffer.from(hadi.bytes)
  changed[changed.length - 1] = (changed.at(-1) as number) ^ 1
  await center.world.db.transaction().execute((it) => layIn(it, hadi.digest, changed))
  await center.process()
  expect(await workOf(hadi)).toMatchObject({ state: 'set-aside', problem: 'signature.invalid' })
  expect(await eventsOf(hadi)).toEqual([{ type: 'enroll-failed', code: 'signature.invalid' }])
  expect(await written()).toEqual({ ...before, events: before.events + 1 })
})

test('of two newcomers at once who are one person, the later is the duplicate', async () => {
  const one = await office.packet({ resident: 'ika', fingers: { 2: 'ika', 7: 'ika' } })
  const two = await office.packet({
    resident: 'joko',
    fingers: { 2: 'ika', 7: 'ika' },
    visit: 'second',
  })
  await office.send(one)
  await office.send(two)
  // Between two steps of one packet the other may come in and take it on: then one is left.
  await Promise.all([center.process(), center.process()])
  const decided = [(await eventsOf(one)).at(-1), (await eventsOf(two)).at(-1)]
  expect(decided).toContainEqual(printReady)
  expect(decided).toContainEqual({
    type: 'decided',
    decision: { status: 'DUPLICATE_RECORD', of: expect.any(String) },
  })
})

test('fingers without a ridge are never called unique', async () => {
  const blank = { width: 320, height: 400, dpi: 500, pixels: new Uint8Array(320 * 400).fill(255) }
  const view = await encodeFingerView(blank, { position: 2, capturedAtMs: 0, quality: [] })
  const record = writeFingerImageRecord({ edition: '2011', views: [view] })
  const packet = await office.packet({
    resident: 'kiki',
    fingers: { 2: 'nobody' },
    records: { 2: record },
  })
  await office.send(packet)
  await center.process()
  expect((await eventsOf(packet)).at(-1)).toEqual({
    type: 'search-failed',
    code: 'search.nothing-to-compare',
  })
})

test.each([
  ['no finger at all', {}],
  ['no finger that anybody else has', { 5: 'lina' }],
])('whoever has %s was compared with nobody: a human looks', async (_, fingers) => {
  const before = await written()
  const packet = await office.packet({ resident: `lina ${Object.keys(fingers)}`, fingers })
  await office.send(packet)
  await center.process()
  expect(await eventsOf(packet)).toEqual([
    { type: 'received' },
    { type: 'decided', decision: { status: 'ADJUDICATE_RECORD' } },
  ])
  const row = await center.world.db
    .selectFrom('adjudications')
    .select(['reason', 'candidates'])
    .where('case_id', '=', packet.caseId)
    .executeTakeFirst()
  expect(row).toEqual({ reason: 'nothing-to-compare', candidates: [] })
  expect((await written()).gallery).toBe(before.gallery)
})
