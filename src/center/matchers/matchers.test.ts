// Matchers tests — four processes, two copies of each partition, a real nats-server: the same candidate
// lists as one process, whoever is killed, behind, of another version, or given another part.

import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FingerPosition } from '#enrollment/fingers'
import { present } from '#kit/assert'
import { waitUntil } from '#kit/node/process-table'
import { ok, type Result } from '#kit/result'
import { seeded } from '#kit/seeded'
import { useDatabase } from '../../../test/support/database.ts'
import { type Held, settled, useMatchers } from '../../../test/support/matchers.ts'
import { addToGallery, comesAgain, strewnEntry } from '../../../test/support/strewn-people.ts'
import { createCascadeGallery, type KeptGallery } from '../afis/cascade.ts'
import {
  type Fingers,
  isSearchFailure,
  type SearchAnswer,
  type SearchFailure,
} from '../afis/gallery.ts'
import { shardHere } from '../afis/shard-asks.ts'
import { catchUp } from '../catch-up.ts'
import { type CenterSchema, centerMigrations } from '../database/schema.ts'
import {
  firstMap,
  type MapIssue,
  movePartition,
  type PartitionMap,
  rebuildCopy,
  splitPartition,
} from './map.ts'
import { openScattered } from './open-scattered.ts'
import { changeMap } from './store.ts'

const database = useDatabase<CenterSchema>(centerMigrations)
const field = useMatchers()
const names = ['m1', 'm2', 'm3', 'm4']
const people = 20
const searches = 1_000
const ten: readonly FingerPosition[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const everybody = { scoreMin: 2, candidatesMax: 20, afterSeq: 0 }

const matchers = new Map<string, Held>()
let one: KeptGallery
let many: ReturnType<typeof openScattered>
/** The same, for whoever will get no answer: it does not wait long for one. */
let hasty: ReturnType<typeof openScattered>

beforeAll(async () => {
  await addToGallery(
    database.db,
    Array.from({ length: people }, (_, person) => strewnEntry(person, ten)),
  )
  await field.startNats()
  for (const name of names) matchers.set(name, field.startMatcher(name, database.url))
  await changeMap(database.db, () => firstMap(names, 8, 1))
  one = createCascadeGallery([shardHere()])
  await catchUp(database.db, one)
  many = asker(20_000)
  hasty = asker(3_000)
  await settled(database.db)
}, 120_000)
afterAll(async () => {
  await many?.stop()
  await hasty?.stop()
})

function asker(lookMsMax: number) {
  const nats = { servers: [field.server], credentials: undefined, tls: undefined }
  const limits = { lookMsMax, sliceMs: 1_000 }
  return openScattered(database.db, nats, { log: () => {}, limits })
}

/** Who comes, and with which fingers: mostly two, because ten take longer. */
function newcomers(count: number): readonly Fingers[] {
  const chance = seeded('newcomers')
  return Array.from({ length: count }, (_, nth) => {
    const person = chance.below(2 * people)
    const first = chance.pick([1, 2, 3, 4, 5] as const)
    const two = [first, first + 5] as FingerPosition[]
    return comesAgain(person, nth % 50 === 0 ? ten : nth % 10 === 1 ? [first] : two)
  })
}

async function search(newcomer: Fingers, ask = everybody, { gallery } = many) {
  const behind = await catchUp(database.db, gallery)
  return behind ?? gallery.search(newcomer, ask)
}

test('candidate lists are byte for byte those of one process, on 1,000 searches', async () => {
  let found = 0
  for (const newcomer of newcomers(searches)) {
    const { searched, ...answer } = (await search(newcomer)) as never as { searched: unknown[] }
    const expected = await one.search(newcomer, everybody)
    expect(JSON.stringify(answer)).toBe(JSON.stringify(expected))
    expect(searched).toHaveLength(8)
    found += expected.found.length
  }
  expect(found).toBeGreaterThan(searches / 3)
}, 240_000)

test('a matcher is killed in the middle of searches: its replicas answer', async () => {
  const asked = newcomers(60)
  const answers = asked.map((it) => search(it))
  const killed = present(matchers.get('m2'), 'm2').kill()
  for (const [nth, newcomer] of asked.entries()) {
    const answer = await answers[nth]
    expect(answer).toMatchObject(await one.search(newcomer, everybody))
  }
  await killed
  const after = (await search(comesAgain(3, ten))) as SearchAnswer
  expect(after.found[0]?.caseId).toBe(strewnEntry(3, []).caseId)
  expect(after.searched).toHaveLength(8)
  expect(after.searched?.map((it) => it.matcher)).not.toContain('m2')
  matchers.set('m2', field.startMatcher('m2', database.url))
})

test('both replicas are gone: no answer but a failure, and the partition is named', async () => {
  // Together these two hold some partition; stopped in their tracks they say nothing at all.
  const both = ['m1', 'm2'].map((it) => present(matchers.get(it), it))
  for (const it of both) it.signal('SIGSTOP')
  const answer = await search(comesAgain(3, ten), everybody, hasty)
  for (const it of both) it.signal('SIGCONT')
  expect(answer).toMatchObject({ code: 'SEARCH_FAILURE_AT_CENTRAL' })
  expect((answer as SearchFailure).missing.join()).toMatch(/^[0-9a-f]{3}-[0-9a-f]{3} no-answer/)
  await whole()
})

test('who came a moment ago is found: matchers follow before they answer', async () => {
  const newcomer = strewnEntry(300, ten)
  const seq = await addToGallery(database.db, [newcomer])
  const answer = (await search(comesAgain(300, ten))) as SearchAnswer
  expect(answer.found[0]?.caseId).toBe(newcomer.caseId)
  expect(answer.throughSeq).toBe(seq)
  for (const it of answer.searched ?? []) expect(it.seq).toBeGreaterThanOrEqual(seq)
  const ask = { ...everybody, afterSeq: seq - 1 }
  const since = (await search(comesAgain(300, ten), ask)) as SearchAnswer
  expect(since.found.map((it) => it.caseId)).toEqual([newcomer.caseId])
  await catchUp(database.db, one)
})

test('a state that no matcher can reach is a failure, never an answer', async () => {
  const answer = await hasty.gallery.reach?.(many.gallery.lastSeq + 5)
  expect(present(answer, 'a failure').missing.join()).toContain('behind')
})

test('matchers of another version are not asked, and without them there is no answer', async () => {
  const nats = { servers: [field.server], credentials: undefined, tls: undefined }
  const limits = { lookMsMax: 500, sliceMs: 500 }
  const other = openScattered(database.db, nats, { log: () => {}, limits, parameters: 'another' })
  await waitUntil(async () => {
    const answer = await other.gallery.reach?.(1)
    return answer?.missing.every((it) => it.endsWith('other-version')) ?? false
  }, 10_000)
  await other.stop()
})

test('partitions are moved, split and rebuilt while searches go on, and none fails', async () => {
  await whole()
  let isOver = false
  let answered = 0
  const failures: SearchFailure[] = []
  const load = (async () => {
    for (const newcomer of newcomers(100_000)) {
      if (isOver) return
      const answer = await search(newcomer)
      if (isSearchFailure(answer)) failures.push(answer)
      else expect(answer).toMatchObject(await one.search(newcomer, everybody))
      answered++
    }
  })()
  const onLatest = (change: (it: PartitionMap) => Result<PartitionMap, MapIssue>) =>
    changeMap(database.db, (latest) => change(present(latest, 'a map')))
  const changes = [
    (it: PartitionMap) => movePartition(it, '000-1ff', { from: 'm1', to: 'm3' }),
    (it: PartitionMap) => splitPartition(it, '400-5ff'),
    (it: PartitionMap) => rebuildCopy(it, '200-3ff', 'm4'),
    (it: PartitionMap) => splitPartition(it, '400-4ff'),
  ]
  for (const change of changes) {
    expect((await onLatest(change)).ok).toBe(true)
    await settled(database.db)
    await delay(1_200)
  }
  isOver = true
  await load
  expect(failures).toEqual([])
  expect(answered).toBeGreaterThan(20)
  const { searched } = (await search(comesAgain(3, ten))) as SearchAnswer
  expect(searched?.map((it) => it.partition)).toContain('400-47f')
  expect(searched).toHaveLength(10)
}, 120_000)

test('nothing is searched twice or left out by a map that is not whole', async () => {
  const { db } = database
  await changeMap(db, (latest) => {
    const { version, partitions } = present(latest, 'a map')
    return ok({ version: version + 1, partitions: partitions.slice(1) })
  })
  await settled(db)
  await delay(1_200)
  expect(await search(comesAgain(3, ten), everybody, hasty)).toMatchObject({
    code: 'SEARCH_FAILURE_AT_CENTRAL',
  })
})

/** Until every search is answered again. */
async function whole(): Promise<void> {
  const isWhole = async () => !isSearchFailure(await search(comesAgain(3, [2])))
  expect(await waitUntil(isWhole, 60_000)).toBe(true)
}
