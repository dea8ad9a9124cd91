// Shard — one thread's share of the gallery: some partitions, and the three looks of a search.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import {
  fuseFingers,
  matchProbes,
  type Probe,
  prepareProbe,
  readTemplate,
  type SketchAsk,
} from '#finger'
import { assert } from '#kit/assert'
import { createBest, type Hit } from './best.ts'
import type { Found, GalleryEntry, StoredFingers } from './gallery.ts'
import type { Labeling } from './labelings.ts'
import { createPartition, type Partition, partitionVisits } from './partition.ts'

export interface ShardState {
  readonly visits: number
  /** Of these the first ones of their person. */
  readonly people: number
  /** How many visits have just these positions, by a bit for each. */
  readonly positions: ReadonlyMap<number, number>
  readonly bytes: number
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
}

export function createShard(visitsPerPartition: number = partitionVisits): Shard {
  const partitions: Partition[] = []
  const places = new Map<CaseId, number>()
  const positions = new Map<number, number>()
  let people = 0

  const partitionAt = (at: number) => {
    const partition = partitions[Math.floor(at / visitsPerPartition)]
    assert(partition !== undefined, 'a place in this shard')
    return { partition, slot: at % visitsPerPartition }
  }
  const count = (bits: number, more: 1 | -1) => {
    const left = (positions.get(bits) ?? 0) + more
    if (left === 0) positions.delete(bits)
    else positions.set(bits, left)
  }
  /** A partition with room, and the place of its first slot. */
  const open = () => {
    let number = partitions.findIndex((it) => !it.isFull)
    if (number < 0) number = partitions.push(createPartition(visitsPerPartition)) - 1
    return { partition: partitions[number]!, first: number * visitsPerPartition }
  }

  const apply = ({ fingers, ...visit }: GalleryEntry) => {
    const at = places.get(visit.caseId)
    if (at !== undefined) {
      const { partition, slot } = partitionAt(at)
      count(partition.positionsAt(slot), -1)
      if (fingers === undefined) {
        partition.remove(slot)
        places.delete(visit.caseId)
        if (visit.caseId === visit.personId) people--
        return
      }
      partition.replace(slot, visit, fingers)
      count(partition.positionsAt(slot), 1)
    } else if (fingers !== undefined) {
      const { partition, first } = open()
      const slot = partition.put(visit, fingers)
      places.set(visit.caseId, first + slot)
      if (visit.caseId === visit.personId) people++
      count(partition.positionsAt(slot), 1)
    }
  }

  return {
    apply(entries) {
      for (const entry of entries) apply(entry)
    },
    get state() {
      const bytes = partitions.reduce((sum, it) => sum + it.bytes, 0)
      return { visits: places.size, people, positions, bytes }
    },
    quickLook(ask, wanted, afterSeq) {
      const best = createBest(wanted)
      for (const [number, partition] of partitions.entries()) {
        partition.ask(ask)
        partition.lookAtAll(best, number * visitsPerPartition, afterSeq)
      }
      return best.take()
    },
    closeLook(ask, hits) {
      for (const it of partitions) it.ask(ask)
      const best = createBest(hits.length)
      for (const { at, seq } of hits) {
        const { partition, slot } = partitionAt(at)
        if (partition.visitAt(slot)?.seq === seq) partition.lookAt(slot, best, at - slot)
      }
      return best.take()
    },
    match({ newcomer, visits }) {
      const probes = new Map([...newcomer].map(([position, it]) => [position, probeOf(it)]))
      return visits.flatMap(({ at, seq, labelings }) => {
        const { partition, slot } = partitionAt(at)
        const visit = partition.visitAt(slot)
        if (visit?.seq !== seq) return []
        return [matchVisit(visit, probes, partition.templatesAt(slot), labelings)]
      })
    },
  }
}

function probeOf(bytes: Uint8Array): Probe {
  const read = readTemplate(bytes)
  assert(read.ok, 'a template that was written here can be read here')
  return prepareProbe(read.value)
}

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
