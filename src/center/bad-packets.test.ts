// Bad packets test — whatever an office may send that is wrong gets an answer of its own, is seen on the
// pipeline's screen, and disturbs nothing else.

import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FingerPosition } from '#enrollment/fingers'
import { fingerPositions } from '#enrollment/fingers'
import { generateKeys, publicKeysOf } from '#enrollment/keys'
import { writePass } from '#enrollment/transfer'
import { encodeFingerView, writeFingerImageRecord } from '#formats/iso19794-4'
import { type SendingOffice, useCenter } from '../../test/support/center.ts'
import { type MadePacket, makePacket, type PacketAsked } from '../../test/support/packets.ts'
import { hugePng } from '../../test/support/pictures.ts'
import { printLabeled } from '../../test/support/prints.ts'
import { rowSumsOf } from '../../test/support/row-sums.ts'

const center = useCenter()
let office: SendingOffice
let ani: MadePacket

const fours: readonly FingerPosition[] = [2, 3, 7, 8]
const fingersOf = (person: string, positions: readonly FingerPosition[] = fours) =>
  Object.fromEntries(positions.map((it) => [it, person]))

beforeAll(async () => {
  office = await center.enroll()
  ani = await sent({ resident: 'ani', fingers: fingersOf('ani') })
  await sent({ resident: 'beni', fingers: fingersOf('beni') })
})

type Asked = Omit<PacketAsked, 'officeId' | 'officeKey' | 'recipients'>

async function sent(asked: Asked): Promise<MadePacket> {
  const packet = await office.packet(asked)
  expect(await office.send(packet)).toMatchObject({ status: 200, body: { complete: true } })
  await center.process()
  return packet
}

const shown = async () => (await center.call('supervisor', 'GET', '/api/pipeline')).body

/** What is known of people and cases; `packet_work`, `inbox` and `events` say what was refused. */
const known = () =>
  rowSumsOf(center.world.db as never, [
    ...['enrollments', 'templates', 'gallery', 'searches', 'adjudications', 'demographics'],
    ...['offices', 'adjudication_opinions', 'notices'],
  ])

/** A sentence to read, and not the code. */
const sentence = expect.stringMatching(/^\p{Lu}.+ .+\.$/su)

/** Somebody else is served as if nothing had been. */
async function expectServed(): Promise<void> {
  const { caseId } = await sent({ resident: `after ${center.time.now++}`, fingers: {} })
  expect((await shown()).decisions[0]).toMatchObject({ caseId, status: 'ADJUDICATE_RECORD' })
}

/** A record of one finger whose image is this PNG. */
async function recordOfPng(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  const blank = { width: 320, height: 400, dpi: 500, pixels: new Uint8Array(320 * 400) }
  const view = await encodeFingerView(blank, { position: 2, capturedAtMs: 0, quality: [] })
  const png = { ...view, compression: 'png', bytes, widthPx: side, heightPx: side } as const
  return writeFingerImageRecord({ edition: '2011', views: [png] })
}

describe('set aside with its reason, of which the office is told', () => {
  const yearMs = 365 * 24 * 3_600_000
  const stranger = async () => (await publicKeysOf(await generateKeys('stranger'))).sealing
  const sameFinger = (visitOf: (position: FingerPosition) => string) => async () => {
    const all: FingerPosition[] = [...fingerPositions]
    const records = await Promise.all(
      all.map(async (to) => [to, await printLabeled('dewi', 2, visitOf(to), to)] as const),
    )
    return { fingers: fingersOf('dewi', all), records: Object.fromEntries(records) }
  }
  const withPng = (bytes: () => Uint8Array, side: number) => async () => ({
    fingers: { 2: 'nobody' },
    records: { 2: await recordOfPng(bytes(), side) },
  })

  test.each<readonly [string, string, () => Promise<Partial<PacketAsked>>]>([
    ['for another center', 'packet.not-for-us', async () => ({ recipients: [await stranger()] })],
    [
      'captured in a year',
      'capture.in-the-future',
      async () => ({ capturedAtMs: center.time.now + yearMs }),
    ],
    [
      'captured a year ago',
      'capture.too-long-ago',
      async () => ({ capturedAtMs: center.time.now - yearMs }),
    ],
    ['with one picture ten times', 'finger.twice', sameFinger(() => 'first')],
    ['with one finger ten times', 'finger.twice', sameFinger((position) => `press ${position}`)],
    [
      'with a small image that says it is huge',
      'finger.unreadable',
      withPng(() => hugePng(30_000, 30_000), 30_000),
    ],
    [
      'with a small image that unpacks to more than it says',
      'finger.unreadable',
      withPng(() => hugePng(400, 400, deflateSync(Buffer.alloc(60_000_000))), 400),
    ],
    ['of a case that is known', 'case.known-already', async () => ({ caseId: ani.caseId })],
  ])('a packet %s', async (_, code, wrong) => {
    const before = await known()
    const packet = await makePacket({
      resident: 'citra',
      fingers: {},
      recipients: [(await publicKeysOf(center.world.keys)).sealing],
      officeId: office.officeId,
      officeKey: office.keys.signing,
      capturedAtMs: center.time.now,
      ...(await wrong()),
    })
    expect(await office.send(packet)).toMatchObject({ status: 200, body: { complete: true } })
    await center.process()
    const { setAside, decisions } = await shown()
    const problem = { code, message: sentence }
    expect(setAside[0]).toMatchObject({ digest: packet.digest, problem })
    if (code !== 'case.known-already') {
      const status = 'ENROLL_FAILURE_AT_CENTRAL'
      expect(decisions[0]).toMatchObject({ caseId: packet.caseId, status, problem })
    }
    expect(await known()).toEqual(before)
    await expectServed()
  })
})

describe('refused at the door, and counted there', () => {
  const found = async (code: string, officeName: string | null) => {
    await expect
      .poll(async () => rowOf((await shown()).refused, code, officeName))
      .toMatchObject({ problem: { code, message: sentence }, lastAtMs: center.time.now })
    return rowOf((await shown()).refused, code, officeName).count as number
  }
  type Refused = { officeName: string | null; count: number; problem: { code: string } }
  const rowOf = (rows: Refused[], code: string, officeName: string | null): Refused =>
    rows.find((it) => it.problem.code === code && it.officeName === officeName) as Refused

  /** Nothing at all is kept of it but the count. */
  async function expectRefused(
    code: string,
    officeName: string | null,
    act: () => Promise<{ readonly status: number; readonly body: { readonly code: string } }>,
  ): Promise<void> {
    const work = () => rowSumsOf(center.world.db as never, ['inbox', 'packet_work', 'events'])
    const before = [await known(), await work()]
    const { status, body } = await act()
    expect([status, body]).toEqual([expect.any(Number), expect.objectContaining({ code })])
    expect(status).toBeGreaterThanOrEqual(400)
    const count = await found(code, officeName)
    await act()
    await expect.poll(() => found(code, officeName)).toBe(count + 1)
    expect([await known(), await work()]).toEqual(before)
    await expectServed()
  }
  const contoh = 'Kecamatan Contoh'
  const position = (it: number) => ({ position: it, quality: 90, tries: 1, accepted: false })

  test('eleven fingers', async () => {
    const fingers = [...fingerPositions, 10].map(position)
    const packet = await office.packet({ resident: 'citra', fingers: {}, told: { fingers } })
    await expectRefused('manifest.too-many-fingers', contoh, () => office.send(packet))
  })

  test('no finger and no exception', async () => {
    const packet = await office.packet({ resident: 'citra', fingers: {}, told: { exceptions: [] } })
    await expectRefused('manifest.position-unaccounted', contoh, () => office.send(packet))
  })

  test('another office’s packet, sent again by this one', async () => {
    const other = await center.enroll('Kecamatan Lain')
    await expectRefused('upload.announced-otherwise', 'Kecamatan Lain', () => other.send(ani))
    const renamed = await other.packet({
      ...{ resident: 'citra', fingers: {} },
      told: { officeId: office.officeId },
    })
    await expectRefused('packet.other-office', 'Kecamatan Lain', () => other.send(renamed))
  })

  /** One question of an office, with a pass of this time and key. */
  async function ask(atMs: number, key = office.keys.signing) {
    const path = '/v1/answers?after=0'
    const authorization = await writePass({ method: 'GET', path }, atMs, key)
    const response = await fetch(new URL(path, center.address), { headers: { authorization } })
    return { status: response.status, body: (await response.json()) as { code: string } }
  }

  test('an office whose clock is a year off, either way', async () => {
    const yearMs = 365 * 24 * 3_600_000
    for (const offMs of [yearMs, -yearMs]) {
      await expectRefused('pass.stale', contoh, () => ask(center.time.now + offMs))
    }
  })

  test('an office that nobody enrolled', async () => {
    const { signing } = await generateKeys('nobody')
    await expectRefused('signature.unknown-key', null, () => ask(center.time.now, signing))
  })

  test('a revoked key, for whatever it is used; what was acknowledged before goes on', async () => {
    const revoked = await center.enroll('Kecamatan Dicabut')
    const packet = await revoked.packet({ resident: 'eka', fingers: {} })
    expect((await revoked.send(packet)).body).toMatchObject({ complete: true })
    const url = `/api/offices/${revoked.officeId}/revocation`
    expect((await center.call('supervisor', 'POST', url)).status).toBe(403)
    const first = await center.call('administrator', 'POST', url)
    expect(first).toMatchObject({ status: 200, body: { revokedAtMs: center.time.now } })

    const name = 'Kecamatan Dicabut'
    const late = await revoked.packet({ resident: 'fitri', fingers: {} })
    const key = revoked.keys.signing
    expect(await center.process()).toBe(1)
    expect((await shown()).decisions[0]).toMatchObject({ caseId: packet.caseId })
    await expectRefused('signature.revoked-key', name, () => revoked.send(late))
    await expectRefused('signature.revoked-key', name, () => ask(center.time.now, key))
    const again = await center.call('administrator', 'POST', url)
    expect(again.body).toEqual(first.body)
    const acts = center.world.db.selectFrom('audit_entries').where('act', '=', 'office.revoked')
    expect(await acts.select('subject').execute()).toEqual([
      { subject: { officeId: revoked.officeId } },
    ])
    const listed = (await center.call('administrator', 'GET', '/api/offices')).body.offices
    const row = listed.find((it: { name: string }) => it.name === name)
    expect(row).toMatchObject({ revokedAtMs: first.body.revokedAtMs })
    const nowhere = `/api/offices/${center.world.ids()}/revocation`
    expect(await center.call('administrator', 'POST', nowhere)).toMatchObject({
      ...{ status: 404, body: { code: 'office.unknown' } },
    })
  })
})

test('the same packet again, and again, is acknowledged and does nothing', async () => {
  const { db } = center.world
  const tables = ['inbox', 'packet_work', 'events']
  const before = [await known(), await rowSumsOf(db as never, tables)]
  for (let again = 0; again < 3; again++) {
    expect((await office.send(ani)).body).toMatchObject({ complete: true })
  }
  expect(await center.process()).toBe(0)
  expect([await known(), await rowSumsOf(db as never, tables)]).toEqual(before)
})

test('two people’s fingers in one packet match both: an expert looks, and nobody is enrolled', async () => {
  const before = await known()
  const fingers = { ...fingersOf('ani', [2, 3]), ...fingersOf('beni', [7, 8]) }
  const { caseId } = await sent({ resident: 'hadi', fingers, visit: 'second' })
  const { decisions } = await shown()
  expect(decisions[0]).toMatchObject({ caseId, status: 'ADJUDICATE_RECORD' })
  const { body } = await center.call('adjudicator', 'GET', `/api/adjudications/${caseId}`)
  expect(body).toMatchObject({ reason: 'several-matches', candidates: [{}, {}] })
  expect((await known()).gallery).toEqual(before.gallery)
})

test('fingers without a ridge make an empty search, which is never a unique', async () => {
  const blank = { width: 320, height: 400, dpi: 500, pixels: new Uint8Array(320 * 400).fill(255) }
  const view = await encodeFingerView(blank, { position: 2, capturedAtMs: 0, quality: [] })
  const record = writeFingerImageRecord({ edition: '2011', views: [view] })
  const before = await known()
  const asked = { fingers: { 2: 'nobody' }, records: { 2: record } } as const
  const { caseId } = await sent({ resident: 'joko', ...asked })
  expect((await shown()).decisions[0]).toMatchObject({
    ...{ caseId, status: 'SEARCH_FAILURE_AT_CENTRAL' },
    problem: { code: 'search.nothing-to-compare', message: sentence },
  })
  expect((await known()).gallery).toEqual(before.gallery)
})

test('a print with next to nothing on it finds nobody, and is no unique either', async () => {
  // Stripes that part once: a single minutia.
  const pixels = new Uint8Array(320 * 400).map((_, at) => {
    const [x, y] = [at % 320, Math.floor(at / 320)]
    return 128 + 110 * Math.sin((2 * Math.PI * x) / 9 + Math.atan2(y - 200, x - 160))
  })
  const image = { width: 320, height: 400, dpi: 500, pixels }
  const view = await encodeFingerView(image, { position: 2, capturedAtMs: 0, quality: [] })
  const record = writeFingerImageRecord({ edition: '2011', views: [view] })
  const before = await known()
  const asked = { fingers: { 2: 'nobody' }, records: { 2: record } } as const
  const { caseId } = await sent({ resident: 'kiki', ...asked })
  expect((await shown()).decisions[0]).toMatchObject({ caseId, status: 'ADJUDICATE_RECORD' })
  const { body } = await center.call('adjudicator', 'GET', `/api/adjudications/${caseId}`)
  expect(body).toMatchObject({ reason: 'nothing-to-compare', newcomer: { fingers: [{}] } })
  const { scoreMax, adjudicateScoreMin } = body.searches[0].terms
  expect(scoreMax).toBeLessThan(adjudicateScoreMin)
  expect((await known()).gallery).toEqual(before.gallery)
})
