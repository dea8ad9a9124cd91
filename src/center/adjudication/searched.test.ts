// Searched tests — what an expert is told of the search: on what terms, what a score means among so
// many, and who is alike on paper.

import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Biodata } from '#resident/biodata'
import type { CalendarDate } from '#resident/calendar-date'
import type { PersonName } from '#resident/person-name'
import { type SendingOffice, useCenter } from '../../../test/support/center.ts'
import { type MadePacket, residentNamed } from '../../../test/support/packets.ts'
import { printLabeled } from '../../../test/support/prints.ts'
import { createCascadeGallery } from '../afis/cascade.ts'
import { shardHere } from '../afis/shard-asks.ts'
import { parametersSha256 } from '../afis/snapshot.ts'
import { fprOf, policyFor } from '../decision/policy.ts'
import { processNext } from '../pipeline.ts'
import type { AdjudicationReply } from './wire.ts'

const center = useCenter()
let office: SendingOffice

const born = '1990-04-12' as CalendarDate
const named = (name: string, more: Partial<Biodata> = {}) => ({
  name: name as PersonName,
  birthDate: born,
  ...more,
})

interface Visit {
  readonly resident: string
  readonly fingers: Readonly<Record<number, string>>
  readonly biodata: Partial<Biodata>
}

async function visit({ resident, fingers, biodata }: Visit): Promise<MadePacket> {
  center.time.now += 1_000
  const packet = await office.packet({ resident, fingers, biodata, visit: `${center.time.now}` })
  await office.send(packet)
  await center.process()
  return packet
}

const of = ({ caseId }: MadePacket) => `/api/adjudications/${caseId}`
async function look(packet: MadePacket): Promise<AdjudicationReply> {
  return (await center.call('adjudicator', 'GET', of(packet))).body
}

let ani: MadePacket
let namesake: MadePacket
let doubtful: MadePacket

beforeAll(async () => {
  office = await center.enroll('Kecamatan Contoh')
  ani = await visit({
    resident: 'ani',
    fingers: { 2: 'ani', 3: 'ani', 7: 'ani' },
    biodata: named('SITI RAHMAWATI'),
  })
  namesake = await visit({
    resident: 'gadis',
    fingers: { 2: 'gadis', 7: 'gadis' },
    biodata: named('SITI RAHMAWATI', { birthDate: '1990-12-04' as CalendarDate }),
  })
  // Refused: the same fingers as ani's, and much the same name.
  await visit({
    resident: 'hana',
    fingers: { 2: 'ani', 7: 'ani' },
    biodata: named('SITI RAHMAWATY'),
  })
  doubtful = await visit({
    resident: 'beni',
    fingers: { 2: 'ani', 7: 'beni' },
    biodata: named('SITI RACHMAWATI'),
  })
})

test('the search says among whom, through which entry, by which scores and parameters', async () => {
  const { searches } = await look(doubtful)
  const rate = 1 / 1_000
  expect(searches).toEqual([
    {
      atMs: center.time.now,
      people: 2,
      found: 1,
      terms: {
        ...{ throughSeq: 2, comparedRecords: 2, fingers: 2, rate, parametersSha256 },
        ...policyFor({ people: 2, fingers: 2, rate }),
        // Two perfect fingers, each as much as one may speak.
        scoreMax: 28,
      },
    },
  ])
})

test('where many machines hold the gallery, it says who answered for which part', async () => {
  const { db } = center.world
  const everybody = [
    { partition: '000-7ff', matcher: 'm1', seq: 2 },
    { partition: '800-fff', matcher: 'm2', seq: 2 },
  ]
  const searched = { everybody, since: everybody.map((it) => ({ ...it, seq: 3 })) }
  const changed = JSON.stringify({ searched })
  await sql`
    update searches set terms = terms || ${changed}::jsonb where case_id = ${doubtful.caseId}
  `.execute(db)
  const { searches } = await look(doubtful)
  expect(searches[0]?.terms?.searched).toEqual(searched)
  await sql`
    update searches set terms = terms - 'searched' where case_id = ${doubtful.caseId}
  `.execute(db)
})

test('of a candidate: the score of each finger, and how often a stranger has as much', async () => {
  const [candidate] = (await look(doubtful)).candidates
  expect(candidate).toMatchObject({
    person: { caseId: ani.caseId },
    falsePositiveRate: fprOf(candidate!.score, { people: 2, fingers: 2 }),
    fingers: [
      { position: 2, recordedPosition: 2 },
      { position: 7, recordedPosition: 7 },
    ],
  })
  const [same, other] = candidate!.fingers
  expect(same!.score).toBeGreaterThan(other!.score + 5)
})

test('who is alike on paper stands there once, by what, and with what the fingers say', async () => {
  const { alike } = await look(doubtful)
  expect(alike).toMatchObject([
    // Found a duplicate of ani meanwhile: the same person, told by the record that is most alike.
    { candidate: 0, fingers: 'candidate', sameNik: false, sameBirthDate: true },
    { caseId: namesake.caseId, candidate: null, fingers: 'searched', sameBirthDate: false },
  ])
  expect(alike[1]).toMatchObject({
    ...{ name: 'SITI RAHMAWATI', birthDate: '1990-12-04', officeName: 'Kecamatan Contoh' },
    nameSimilarity: expect.closeTo(12 / 18, 1),
  })
})

test('a NIK found again by its fingers, and a case that is not in the gallery, are told as such', async () => {
  const packet = await visit({
    resident: 'gadis',
    fingers: { 2: 'gadis', 7: 'gadis', 3: 'ani' },
    biodata: named('SITI RACHMAWATI', { nik: residentNamed('gadis').nik }),
  })
  const { alike, candidates } = await look(packet)
  expect(candidates.map((it) => it.person.caseId)).toEqual([ani.caseId])
  const fingersOf = ({ caseId }: MadePacket) =>
    alike.find((it) => it.caseId === caseId)?.fingers ?? 'absent'
  expect(alike[0]).toMatchObject({ caseId: namesake.caseId, sameNik: true, fingers: 'own' })
  expect(fingersOf(doubtful)).toBe('not-searched')
})

test('whoever is recorded under the own NIK was compared one to one: no rate of a search', async () => {
  const stranger = await visit({
    resident: 'ani',
    fingers: { 2: 'dewi', 7: 'dewi' },
    biodata: named('SITI RAHMAWATI'),
  })
  const { candidates } = await look(stranger)
  expect(candidates).toMatchObject([{ isOwnNik: true, falsePositiveRate: null }])
})

test('fingers that the search found labeled otherwise stand against one another', async () => {
  const gallery = createCascadeGallery([shardHere(32)])
  // Ani's left index finger, said to be the right one, and a finger of nobody known.
  const packet = await office.packet({
    resident: 'joko',
    fingers: { 2: 'ani', 7: 'joko' },
    records: { 2: await printLabeled('ani', 7, 'later', 2) },
  })
  await office.send(packet)
  await processNext(center.world, gallery)
  const [candidate] = (await look(packet)).candidates
  expect(candidate?.person.caseId).toBe(ani.caseId)
  expect(candidate?.fingers).toMatchObject([
    { position: 2, recordedPosition: 7 },
    { position: 7, recordedPosition: 2 },
  ])
  const { body } = await center.call('adjudicator', 'GET', `${of(packet)}/pairs/${ani.caseId}`)
  const [same, other] = body.fingers
  expect(body.fingers).toMatchObject(candidate!.fingers)
  expect(same.pairs.length).toBeGreaterThan(10)
  expect(other.pairs.length).toBeLessThan(same.pairs.length)
  await gallery.stop()
})

test('a search from before its terms were written down is told without them', async () => {
  const { db } = center.world
  await db
    .updateTable('searches')
    .set({ terms: null })
    .where('case_id', '=', doubtful.caseId)
    .execute()
  const { searches, candidates } = await look(doubtful)
  expect(searches).toMatchObject([{ people: 2, terms: null }])
  const { score, falsePositiveRate } = candidates[0]!
  expect(falsePositiveRate).toBe(fprOf(score, { people: 2, fingers: 2 }))
})
