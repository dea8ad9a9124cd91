// Shard — one thread's share of the gallery: some of its sixteen partitions, and the three looks of a
// search.

import { join } from 'node:path'
import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { fuseFingers, matchProbes, type Probe, type SketchAsk } from '#finger'
import { assert, present } from '#kit/assert'
import { createBest, type Hit } from './best.ts'
import { type Block, blockVisits, createBlock } from './block.ts'
import { readBlockFile, writeBlockFile } from './block-file.ts'
import type { Found, GalleryEntry, StoredFingers } from './gallery.ts'
import type { Labeling } from './labelings.ts'
import { createNewcomerProbes, type NewcomerProbes, probeOf } from './newcomer-probes.ts'

export interface ShardState {
  readonly visits: number
  /** Of these the first ones of their person. */
  readonly people: number
  /** What they take. */
  readonly bytes: number
  /** The number of the latest visit that came or left; 0 while nothing did. */
  readonly lastSeq: number
  /** How many visits have just these positions, by a bit for each. */
  readonly positions: ReadonlyMap<number, number>
}

export interface MatchAsk {
  readonly newcomer: StoredFingers
  /** Whom, and by which labelings. */
  readonly visits: readonly (Pick<Hit, 'at' | 'seq'> & {
    readonly labelings: readonly Labeling[]
  })[]
}

export interface Shard {
  apply(entries: readonly GalleryEntry[]): void
  readonly state: ShardState
  /** The quick look, at everybody: the best, ties kept. */
  quickLook(ask: SketchAsk, wanted: number, afterSeq: number): Hit[]
  /** The close look, at these. */
  closeLook(ask: SketchAsk, hits: readonly Pick<Hit, 'at' | 'seq'>[]): Hit[]
  /** The full matcher, on these; who was replaced or left meanwhile is left out. */
  match(ask: MatchAsk): Found[]
  /** Writes the blocks that are not among these files yet; answers all there are now. */
  save(folder: string, known: readonly BlockFile[]): readonly BlockFile[]
  /** Into an empty shard; false where a file is not what was written. */
  load(folder: string, files: readonly BlockFile[]): boolean
}

/** A block of a snapshot. */
export interface BlockFile {
  readonly name: string
  readonly partition: number
  readonly lastSeq: number
  readonly checksum: number
}

export function createShard(
  visitsPerBlock: number = blockVisits,
  probesOf: NewcomerProbes = createNewcomerProbes(),
): Shard {
  const blocks: { readonly partition: number; readonly block: Block }[] = []
  const places = new Map<CaseId, number>()
  const positions = new Map<number, number>()
  let people = 0

  const placeAt = (at: number) => {
    const held = blocks[Math.floor(at / visitsPerBlock)]
    assert(held !== undefined, 'a place in this shard')
    return { block: held.block, slot: at % visitsPerBlock }
  }
  const count = (bits: number, more: 1 | -1) => {
    const left = (positions.get(bits) ?? 0) + more
    if (left === 0) positions.delete(bits)
    else positions.set(bits, left)
  }
  const isAt = ({ at, seq }: Pick<Hit, 'at' | 'seq'>) => {
    const held = blocks[Math.floor(at / visitsPerBlock)]
    return held?.block.visitAt(at % visitsPerBlock)?.seq === seq
  }
  /** Looked for one by one: only a shard that others found them in has them at other places. */
  const placesOf = (seqs: readonly number[]) => {
    const found = new Map<number, number>()
    const asked = new Set(seqs)
    for (const [number, { block }] of blocks.entries()) {
      for (let slot = 0; asked.size > 0 && slot < block.used; slot++) {
        const seq = block.seqAt(slot)
        if (asked.has(seq)) found.set(seq, number * visitsPerBlock + slot)
      }
    }
    return found
  }
  /** A block of the partition with room, and the place of its first slot. */
  const open = (partition: number) => {
    let number = blocks.findIndex((it) => it.partition === partition && !it.block.isFull)
    if (number < 0) number = blocks.push({ partition, block: createBlock(visitsPerBlock) }) - 1
    return { block: blocks[number]!.block, first: number * visitsPerBlock }
  }

  const apply = ({ fingers, ...visit }: GalleryEntry) => {
    const at = places.get(visit.caseId)
    if (at !== undefined) {
      const { block, slot } = placeAt(at)
      count(block.positionsAt(slot), -1)
      if (fingers === undefined) {
        block.remove(slot, visit.seq)
        places.delete(visit.caseId)
        if (visit.caseId === visit.personId) people--
        return
      }
      block.replace(slot, visit, fingers)
      count(block.positionsAt(slot), 1)
    } else if (fingers !== undefined) {
      const { block, first } = open(partitionOf(visit.caseId))
      const slot = block.put(visit, fingers)
      places.set(visit.caseId, first + slot)
      if (visit.caseId === visit.personId) people++
      count(block.positionsAt(slot), 1)
    }
  }

  const hold = (partition: number, block: Block) => {
    const first = (blocks.push({ partition, block }) - 1) * visitsPerBlock
    for (let slot = 0; slot < block.used; slot++) {
      const visit = block.visitAt(slot)
      if (visit === undefined) continue
      places.set(visit.caseId, first + slot)
      if (visit.caseId === visit.personId) people++
      count(block.positionsAt(slot), 1)
    }
  }

  return {
    apply(entries) {
      for (const entry of entries) apply(entry)
    },
    get state() {
      const bytes = blocks.reduce((sum, it) => sum + it.block.bytes, 0)
      const lastSeq = blocks.reduce((last, it) => Math.max(last, it.block.lastSeq), 0)
      return { visits: places.size, people, bytes, lastSeq, positions }
    },
    quickLook(ask, wanted, afterSeq) {
      const best = createBest(wanted)
      for (const [number, { block }] of blocks.entries()) {
        if (block.lastSeq <= afterSeq) continue
        block.ask(ask)
        block.lookAtAll(best, number * visitsPerBlock, afterSeq)
      }
      return best.take()
    },
    closeLook(ask, hits) {
      const asked = new Set(hits.map((it) => Math.floor(it.at / visitsPerBlock)))
      for (const number of asked) blocks[number]?.block.ask(ask)
      const best = createBest(hits.length)
      for (const { at, seq } of hits) {
        const { block, slot } = placeAt(at)
        if (block.visitAt(slot)?.seq === seq) block.lookAt(slot, best, at - slot)
      }
      return best.take()
    },
    save(folder, known) {
      const numbers = new Map<number, number>()
      return blocks.map(({ partition, block }) => {
        const number = numbers.get(partition) ?? 0
        numbers.set(partition, number + 1)
        const name = `${partition.toString(16)}-${number}-${block.lastSeq}.block`
        const same = known.find((it) => it.name === name)
        if (same !== undefined) return same
        const checksum = writeBlockFile(join(folder, name), block.dump())
        return { name, partition, lastSeq: block.lastSeq, checksum }
      })
    },
    load(folder, files) {
      assert(blocks.length === 0, 'an empty shard')
      for (const { name, partition, checksum } of files) {
        const block = createBlock(visitsPerBlock)
        const room = (used: number) => block.sketchesOf(used)
        const dump = readBlockFile(join(folder, name), checksum, room)
        if (dump === undefined) return false
        block.load(dump)
        hold(partition, block)
      }
      return true
    },
    match({ newcomer, visits }) {
      const probes = probesOf(newcomer)
      const elsewhere = placesOf(visits.filter((it) => !isAt(it)).map((it) => it.seq))
      return visits.flatMap((it) => {
        const at = isAt(it) ? it.at : elsewhere.get(it.seq)
        if (at === undefined) return []
        const { block, slot } = placeAt(at)
        const visit = present(block.visitAt(slot), 'a visit that was just seen there')
        return [matchVisit(visit, probes, block.templatesAt(slot), it.labelings)]
      })
    },
  }
}

/** By the first digit of its case, so that it does not depend on how many threads there are. */
export function partitionOf(caseId: CaseId): number {
  return Number.parseInt(caseId.slice(0, 1), 16)
}

export const partitions = 16

/** By the labeling that explains it best; of equals the first. */
function matchVisit(
  { caseId, personId }: Pick<Found, 'caseId' | 'personId'>,
  newcomer: ReadonlyMap<FingerPosition, Probe>,
  recorded: StoredFingers,
  labelings: readonly Labeling[],
): Found {
  const probes = new Map<FingerPosition, Probe>()
  const recordedProbe = (position: FingerPosition) => {
    const stored = recorded.get(position)
    const ready = probes.get(position) ?? (stored && probeOf(stored))
    if (ready !== undefined) probes.set(position, ready)
    return ready
  }
  let best: Found = { caseId, personId, score: Number.NEGATIVE_INFINITY, fingers: [] }
  for (const labeling of labelings) {
    const fingers = labeling.flatMap(([position, recordedPosition]) => {
      const probe = newcomer.get(position)
      const other = recordedProbe(recordedPosition)
      if (probe === undefined || other === undefined) return []
      return [{ position, recordedPosition, score: matchProbes(probe, other) }]
    })
    const score = fuseFingers(fingers.map((it) => it.score))
    if (score > best.score) best = { caseId, personId, score, fingers }
  }
  return best
}
