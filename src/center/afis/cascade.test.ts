// Cascade tests — finds whom the full matcher finds, whoever is labeled wrongly, in any number of shards.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { writeTemplate } from '#finger'
import { present } from '#kit/assert'
import { laidAgain, strewnFinger } from '../../../test/support/strewn-finger.ts'
import { createCascadeGallery, createThreadedGallery, type KeptGallery } from './cascade.ts'
import { createExhaustiveGallery } from './exhaustive.ts'
import type { GalleryEntry } from './gallery.ts'
import { shardHere } from './shard-asks.ts'

const ten: readonly FingerPosition[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const people = 60
const caseOf = (person: number, visit = 0) =>
  `${(person * 2_654_435_761 + visit).toString(16).padStart(8, '0').slice(-8)}-0000-4000-8000-000000000000` as CaseId

const fingerOf = (person: number, position: FingerPosition) =>
  strewnFinger(`person ${person} finger ${position}`)

function entryOf(person: number, positions: readonly FingerPosition[] = ten): GalleryEntry {
  const fingers = new Map(positions.map((it) => [it, writeTemplate(fingerOf(person, it))]))
  return { seq: person + 1, caseId: caseOf(person), personId: caseOf(person), fingers }
}
const entries = Array.from({ length: people }, (_, person) => entryOf(person))

/** Who comes again: `labeled` says as which finger each is handed in. */
function comesAgain(
  person: number,
  positions: readonly FingerPosition[],
  labeled: (it: FingerPosition) => number = (it) => it,
) {
  return new Map(
    positions.map((it) => [labeled(it) as FingerPosition, laidAgain(fingerOf(person, it))]),
  )
}

const everybody = { scoreMin: 6, candidatesMax: 20, afterSeq: 0 }

async function galleryOf(
  shards: number,
  all: readonly GalleryEntry[] = entries,
): Promise<KeptGallery> {
  const gallery = createCascadeGallery(Array.from({ length: shards }, () => shardHere(32)))
  await gallery.apply(all)
  return gallery
}

test('finds whom the full matcher finds, with the same scores', async () => {
  const exhaustive = createExhaustiveGallery()
  await exhaustive.apply(entries)
  const gallery = await galleryOf(2)
  expect(gallery.peopleCount).toBe(people)
  for (const positions of [ten, [2, 7], [3], [1, 6]] as const) {
    const newcomer = comesAgain(17, positions)
    const answer = await gallery.search(newcomer, everybody)
    expect(answer).toEqual(await exhaustive.search(newcomer, everybody))
    expect(answer.found[0]?.caseId).toBe(caseOf(17))
  }
}, 30_000)

describe('positions mixed up', () => {
  const swapped = (it: FingerPosition) => (it <= 5 ? it + 5 : it - 5)
  const oneOff = (it: FingerPosition) => (it >= 2 && it <= 4 ? it + 1 : it)
  test.each([
    ['both hands swapped', ten, swapped],
    ['four fingers laid down one place off', [1, 2, 3, 4, 6, 7, 8, 9, 10], oneOff],
    ['the same, and nothing of the other hand', [2, 3, 4], oneOff],
    ['the thumbs swapped', [1, 6], swapped],
    ['a single finger under another name', [4], () => 9],
  ] as const)(
    '%s: still found, and it is said which finger was which',
    async (_, positions, labeled) => {
      const gallery = await galleryOf(2)
      const newcomer = comesAgain(23, positions as readonly FingerPosition[], labeled)
      const { found } = await gallery.search(newcomer, everybody)
      expect(found.map((it) => it.caseId)).toEqual([caseOf(23)])
      for (const { position, recordedPosition } of present(found[0], 'the person').fingers) {
        expect(labeled(recordedPosition)).toBe(position)
      }
    },
  )
})

test('the answer is the same whatever the number of shards and the order of the entries', async () => {
  const galleries = [await galleryOf(1), await galleryOf(3), await galleryOf(7)]
  for (const newcomer of [comesAgain(5, ten), comesAgain(6, [2]), comesAgain(900, ten)]) {
    const ask = { ...everybody, scoreMin: -100 }
    const answers = await Promise.all(galleries.map((it) => it.search(newcomer, ask)))
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  }
})

test('however little a shard tells at first, the answer is the same', async () => {
  const gallery = createCascadeGallery([shardHere(32), shardHere(32), shardHere(32)], () => 1)
  await gallery.apply(entries)
  const newcomer = comesAgain(5, ten)
  const ask = { ...everybody, scoreMin: -100 }
  const kept = async (it: KeptGallery) => {
    const seqs: number[] = []
    const answer = await it.search(newcomer, ask, (look, hits) => {
      if (look === 'quick') seqs.push(...hits.map((hit) => hit.seq))
    })
    return { answer, seqs: seqs.sort((a, b) => a - b) }
  }
  expect(await kept(gallery)).toEqual(await kept(await galleryOf(3)))
})

test('in threads the answer is the same', async () => {
  const threaded = createThreadedGallery(2)
  try {
    await threaded.apply(entries)
    const newcomer = comesAgain(5, ten)
    expect(await threaded.search(newcomer, everybody)).toEqual(
      await (await galleryOf(1)).search(newcomer, everybody),
    )
  } finally {
    await threaded.stop()
  }
  await expect(threaded.search(comesAgain(5, ten), everybody)).rejects.toThrow('ended')
}, 30_000)

test('whoever looks in is told whom each look keeps', async () => {
  const gallery = await galleryOf(2)
  const kept: [string, boolean][] = []
  await gallery.search(comesAgain(17, ten), everybody, (look, hits) => {
    kept.push([look, hits.some((it) => it.seq === 18)])
    expect(hits.length).toBeLessThanOrEqual(people)
  })
  expect(kept).toEqual([
    ['quick', true],
    ['close', true],
  ])
})

test('who came after a number, and nobody else', async () => {
  const gallery = await galleryOf(2)
  for (const [afterSeq, found] of [
    [17, 1],
    [18, 0],
  ] as const) {
    const answer = await gallery.search(comesAgain(17, ten), { ...everybody, afterSeq })
    expect(answer.found).toHaveLength(found)
  }
})

test('a visit is replaced, several visits are one person, and who left is not found', async () => {
  const gallery = await galleryOf(2)
  const [first] = entries
  const search = async (person: number) =>
    (await gallery.search(comesAgain(person, ten), everybody)).found
  // Somebody's fingers were exchanged for another's.
  await gallery.apply([{ ...present(first, 'an entry'), seq: 100, fingers: entryOf(901).fingers }])
  expect(await search(0)).toEqual([])
  expect((await search(901)).map((it) => it.caseId)).toEqual([caseOf(0)])
  // A second visit of person 1, with other fingers.
  const second = { ...entryOf(902), seq: 101, caseId: caseOf(1, 1), personId: caseOf(1) }
  await gallery.apply([second])
  expect((await search(902)).map((it) => [it.caseId, it.personId])).toEqual([
    [caseOf(1, 1), caseOf(1)],
  ])
  expect(gallery.peopleCount).toBe(people)
  await gallery.apply([{ ...second, seq: 102, fingers: undefined }])
  expect(await search(902)).toEqual([])
  expect(await search(1)).toHaveLength(1)
  // Somebody else takes the room, and an entry that is known already changes nothing.
  await gallery.apply([{ ...entryOf(903), seq: 103 }, second])
  expect(await search(902)).toEqual([])
  expect(await search(903)).toHaveLength(1)
  expect(gallery.lastSeq).toBe(103)
})

test('whoever has no finger, or none that anybody has there, was compared with nobody', async () => {
  const gallery = await galleryOf(2, [entryOf(1, [2, 3]), entryOf(2, [7])])
  const compared = async (positions: readonly FingerPosition[]) =>
    (await gallery.search(comesAgain(5, positions), everybody)).comparedPeople
  expect(await compared([])).toBe(0)
  expect(await compared([4])).toBe(0)
  expect(await compared([3, 7])).toBe(2)
})

test('what cannot be taken breaks the gallery: a search would leave somebody out', async () => {
  const gallery = await galleryOf(1)
  const bad = { ...entryOf(61), seq: 61, fingers: new Map([[2 as const, new Uint8Array(9)]]) }
  await expect(gallery.apply([bad])).rejects.toThrow('template')
  await expect(gallery.search(comesAgain(1, ten), everybody)).rejects.toThrow('template')
})

describe('on disk', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gallery-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const empty = (shards: number) => galleryOf(shards, [])
  const ask = { ...everybody, scoreMin: -100 }

  test('read back, in another number of shards, it answers the same, and takes what came since', async () => {
    const gallery = await galleryOf(2)
    await gallery.apply([{ ...entryOf(4), seq: 100, fingers: undefined }])
    await gallery.save(folder)
    const back = await empty(3)
    expect(await back.load(folder)).toBe(true)
    expect([back.lastSeq, back.peopleCount]).toEqual([100, people - 1])
    const newcomer = comesAgain(17, ten)
    expect(await back.search(newcomer, ask)).toEqual(await gallery.search(newcomer, ask))
    for (const it of [gallery, back]) await it.apply([{ ...entryOf(70), seq: 101 }])
    const later = comesAgain(70, [8])
    expect(await back.search(later, ask)).toEqual(await gallery.search(later, ask))
  })

  test('what did not change is not written again, and what is no longer meant is taken away', async () => {
    const gallery = await galleryOf(2)
    await gallery.save(folder)
    const before = (await readdir(folder)).toSorted()
    await gallery.apply([{ ...entryOf(70), seq: 100 }])
    await gallery.save(folder)
    const after = (await readdir(folder)).toSorted()
    expect(after).toHaveLength(before.length)
    expect(after.filter((it) => !before.includes(it))).toHaveLength(1)
  })

  test('a file that was spoiled, cut short or lost, or another engine: it is not read', async () => {
    const gallery = await galleryOf(2)
    const spoil = [
      (bytes: Buffer) => Buffer.from(bytes.map((it, i) => (i === bytes.length >> 1 ? it ^ 1 : it))),
      (bytes: Buffer) => bytes.subarray(0, bytes.length - 5),
      () => undefined,
    ]
    for (const act of spoil) {
      await rm(folder, { recursive: true })
      await gallery.save(folder)
      const name = present(
        (await readdir(folder)).find((it) => it.endsWith('.block')),
        'a block',
      )
      const spoiled = act(await readFile(join(folder, name)))
      if (spoiled === undefined) await rm(join(folder, name))
      else await writeFile(join(folder, name), spoiled)
      expect(await (await empty(2)).load(folder)).toBe(false)
    }
    const list = await readFile(join(folder, 'snapshot.json'), 'utf8')
    await writeFile(
      join(folder, 'snapshot.json'),
      list.replace(/"blockSha256": "../, '"blockSha256": "zz'),
    )
    expect(await (await empty(2)).load(folder)).toBe(false)
    expect(await (await empty(2)).load(join(folder, 'nowhere'))).toBe(false)
  })
})
