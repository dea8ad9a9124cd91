// Block — up to 65,536 visits: their sketches in one piece of memory, and whose they are.

import { fingerPositions } from '#enrollment/fingers'
import {
  readTemplate,
  type SketchAsk,
  scanMax,
  sketchBytes,
  sketchKernels,
  sketchOf,
  sketchSlots,
} from '#finger'
import { assert } from '#kit/assert'
import type { Best } from './best.ts'
import type { StoredFingers } from './gallery.ts'
import { createVisitList, type Visit, type VisitListDump } from './visit-list.ts'

/** Ten sketches each: 168 MB once all are there; what is not used yet costs nothing. */
export const blockVisits = 65_536

export interface Block {
  readonly isFull: boolean
  /** Slots below this may hold somebody. */
  readonly used: number
  /** Answers the slot. */
  put(visit: Visit, fingers: StoredFingers): number
  replace(slot: number, visit: Visit, fingers: StoredFingers): void
  remove(slot: number, seq: number): void
  visitAt(slot: number): Visit | undefined
  /** The number of the visit in a slot; 0 where there is a gap. */
  seqAt(slot: number): number
  templatesAt(slot: number): StoredFingers
  positionsAt(slot: number): number
  /** What the looks after it ask. */
  ask(ask: SketchAsk): void
  /** Looks at everybody whose number is later than `afterSeq`; `at` is added to the slots. */
  lookAtAll(best: Best, at: number, afterSeq: number): void
  lookAt(slot: number, best: Best, at: number): void
  /** The number of the latest visit that came or left; 0 while nothing did. */
  readonly lastSeq: number
  /** What its visits take. */
  readonly bytes: number
  /** All of it, piece by piece, as `load` takes it. */
  dump(): BlockDump
  /** Room for the sketches of so many visits, to be filled before `load`. */
  sketchesOf(visits: number): readonly Uint8Array[]
  /** Into a block that is empty; its sketches lie there already. */
  load(dump: BlockDump): void
}

/** A block as it lies in memory: what its visits are, and the sketches, slot by slot. */
export interface BlockDump {
  readonly used: number
  readonly lastSeq: number
  readonly list: VisitListDump
  /** Ten, each of `used` sketches; views of the memory itself. */
  readonly sketches: readonly Uint8Array[]
}

export function createBlock(capacity: number = blockVisits): Block {
  const store = sketchKernels().store(capacity)
  const list = createVisitList(capacity)
  const gaps: number[] = []
  let used = 0
  let lastSeq = 0

  const write = (slot: number, visit: Visit, fingers: StoredFingers) => {
    list.put(slot, visit, fingers)
    lastSeq = Math.max(lastSeq, visit.seq)
    for (const position of fingerPositions) {
      const at = ((position - 1) * capacity + slot) * sketchBytes
      const bytes = fingers.get(position)
      if (bytes === undefined) store.sketches.fill(0, at, at + sketchBytes)
      else store.sketches.set(sketchOfStored(bytes), at)
    }
  }
  const look = (from: number, after: number, best: Best, at: number) => {
    const { count, visits, scores, hypotheses } = store.scan(from, after, best.least)
    for (let k = 0; k < count; k++) {
      const slot = visits[k]!
      best.add({
        at: at + slot,
        seq: list.seqAt(slot),
        score: scores[k]!,
        hypothesis: hypotheses[k]!,
      })
    }
  }

  const sketchesOf = (visits: number) =>
    Array.from({ length: sketchSlots }, (_, slot) => {
      const from = slot * capacity * sketchBytes
      return store.sketches.subarray(from, from + visits * sketchBytes)
    })

  return {
    get isFull() {
      return used === capacity && gaps.length === 0
    },
    get used() {
      return used
    },
    put(visit, fingers) {
      const slot = gaps.pop() ?? used++
      assert(slot < capacity, 'room for one more')
      write(slot, visit, fingers)
      return slot
    },
    replace: write,
    remove(slot, seq) {
      for (const position of fingerPositions) {
        const at = ((position - 1) * capacity + slot) * sketchBytes
        store.sketches.fill(0, at, at + sketchBytes)
      }
      list.clear(slot)
      lastSeq = Math.max(lastSeq, seq)
      gaps.push(slot)
    },
    visitAt: list.at,
    seqAt: list.seqAt,
    templatesAt: list.templatesAt,
    positionsAt: list.positionsAt,
    ask: store.ask,
    lookAtAll(best, at, afterSeq) {
      if (lastSeq <= afterSeq) return
      // Whoever asks for what came since asks for few.
      for (let slot = 0; afterSeq > 0 && slot < used; slot++) {
        if (list.seqAt(slot) > afterSeq) look(slot, slot + 1, best, at)
      }
      for (let from = 0; afterSeq === 0 && from < used; from += scanMax) {
        look(from, Math.min(used, from + scanMax), best, at)
      }
    },
    lookAt: (slot, best, at) => look(slot, slot + 1, best, at),
    get lastSeq() {
      return lastSeq
    },
    get bytes() {
      return used * sketchSlots * sketchBytes + list.bytesOf(used)
    },
    dump: () => ({ used, lastSeq, list: list.dump(used), sketches: sketchesOf(used) }),
    sketchesOf,
    load(dump) {
      assert(used === 0 && dump.used <= capacity, 'an empty block with room')
      list.load(dump.list)
      used = dump.used
      lastSeq = dump.lastSeq
      for (let slot = 0; slot < used; slot++) if (list.seqAt(slot) === 0) gaps.push(slot)
    },
  }
}

function sketchOfStored(bytes: Uint8Array): Uint8Array {
  const read = readTemplate(bytes)
  assert(read.ok, 'a template that was written here can be read here')
  return sketchOf(read.value)
}
