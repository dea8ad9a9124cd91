// Match wasm — the matcher's kernels in WebAssembly, in a memory of their own.
//
// A print that was on one side of the last comparison still lies there: a probe against a whole
// gallery is laid in once.

import { assert } from '#kit/assert'
import { minutiaeMax, skinBlocksMax } from '../limits.ts'
import type { Skin } from '../match/skin.ts'
import { cosOf, sinOf } from '../match/turn-tables.ts'
import { wasmBase64 } from './kernels.generated.ts'
import {
  type Aligned,
  type LikePairs,
  type MatchKernels,
  type MatchTables,
  type PrintRecords,
  recordBytes,
} from './match-contract.ts'
import { meanOf, strongestOf } from './strongest.ts'

interface Exports {
  readonly memory: WebAssembly.Memory
  writeCodes(...numbers: number[]): void
  likeness(...numbers: number[]): number
  candidates(...numbers: number[]): number
  relax(...numbers: number[]): void
  sumOfStrongest(...numbers: number[]): number
  align(...numbers: number[]): number
}

const pageBytes = 65_536
/** The module's own data lies below this. */
const firstByte = pageBytes
/** Where a pairing has its length and its pairs, and the size of these; see assembly/align.ts. */
const pairingLengthAt = 44
const pairingPairsAt = 64
const pairingPairBytes = 16
const pairingCountMax = 128
/** Nine rows of a kilobyte, and a vector behind the last; see assembly/relax.ts. */
const relaxWorkBytes = 9 * 1024 + 16

const nothing: Aligned = { motion: { cos: 1, sin: 0, dx: 0, dy: 0 }, pairs: new Int32Array() }

/** Undefined where this machine's engine has no SIMD: the module then does not compile. */
export function startMatchKernels(tables: MatchTables): MatchKernels | undefined {
  const bytes = Uint8Array.from(atob(wasmBase64), (it) => it.charCodeAt(0))
  if (!WebAssembly.validate(bytes)) return undefined
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  const wasm = instance.exports as unknown as Exports
  const at = layOut(wasm.memory, tables)
  const { cylinder, likeness, relax } = tables
  const memory = new Uint8Array(wasm.memory.buffer)
  const words = new Int32Array(wasm.memory.buffer)
  const doubles = new Float64Array(wasm.memory.buffer)
  const last: { a: PrintRecords | undefined; b: PrintRecords | undefined } = {
    a: undefined,
    b: undefined,
  }

  // One object for all comparisons: nothing is made while a gallery is gone through.
  const found = {
    count: 0,
    length: 0,
    strongest: 0,
    pairs: words.subarray(at.pairs >> 2, (at.pairs >> 2) + 2 * likeness.pairsMax),
    strength: words.subarray(at.strength >> 2, (at.strength >> 2) + likeness.pairsMax),
    likeness: () => new Uint16Array(wasm.memory.buffer, at.likeness, found.length),
  }

  const writeCodes = (print: PrintRecords, skin: Skin) => {
    memory.set(print.bytes, at.work)
    memory.set(skin.inside, at.skin)
    wasm.writeCodes(
      at.work,
      print.count,
      at.skin,
      skin.columns,
      skin.rows,
      at.cos,
      at.sin,
      at.inCircle,
      at.nearness,
      at.shares,
      cylinder.radius,
      cylinder.cell,
      cylinder.reach,
      cylinder.contributionMin,
      cylinder.knownMin,
      cylinder.neighborsMin,
      at.sums,
    )
    print.bytes.set(memory.subarray(at.work, at.work + print.count * recordBytes))
  }

  const likePairs = (a: PrintRecords, b: PrintRecords): LikePairs => {
    if (last.a !== a) memory.set(a.bytes, at.a)
    if (last.b !== b) memory.set(b.bytes, at.b)
    last.a = a
    last.b = b
    const { turnMax, knownMin, roughMin, pairsMax } = likeness
    const alike = wasm.likeness(
      at.a,
      a.count,
      at.b,
      b.count,
      turnMax,
      knownMin,
      roughMin,
      at.likeness,
      at.found,
      at.work,
    )
    const wanted = Math.min(a.count, b.count, pairsMax)
    const count = wasm.candidates(at.found, alike, wanted, at.work, at.pairs)
    wasm.relax(
      at.a,
      at.b,
      b.count,
      at.pairs,
      count,
      at.cos,
      at.sin,
      at.stretch,
      relax.stretch.length,
      at.turn,
      relax.turn.length,
      at.bearing,
      relax.bearing.length,
      relax.allowed,
      relax.allowedShare,
      relax.rounds,
      at.work,
      at.support,
      at.sums,
      at.strength,
    )
    const strongest = strongestOf(count, relax)
    const sum = wasm.sumOfStrongest(at.strength, count, strongest, at.work)
    found.count = count
    found.strongest = meanOf(sum, strongest, count)
    found.length = a.count * b.count
    return found
  }

  const align = (a: PrintRecords, b: PrintRecords, { count }: LikePairs): Aligned => {
    assert(last.a === a && last.b === b, 'the prints last compared')
    const best = wasm.align(
      at.a,
      a.count,
      at.b,
      b.count,
      at.likeness,
      at.pairs,
      at.strength,
      count,
      at.cos,
      at.sin,
      tables.align.seeds,
      tables.align.rounds,
      tables.align.reach,
      tables.align.reachShare,
      tables.align.seedTurn,
      tables.align.turnWindow,
      tables.align.turnCost,
      tables.align.pullEase,
      tables.align.pullFall,
      tables.align.nearMax,
      at.pairings,
    )
    if (best === 0) return nothing
    const length = words[(best + pairingLengthAt) >> 2]!
    const pairs = new Int32Array(3 * length)
    for (let k = 0, from = (best + pairingPairsAt) >> 2; k < pairs.length; from++) {
      pairs[k++] = words[from++]!
      pairs[k++] = words[from++]!
      pairs[k++] = words[from++]!
    }
    const at8 = best >> 3
    const motion = {
      cos: doubles[at8]!,
      sin: doubles[at8 + 1]!,
      dx: doubles[at8 + 2]!,
      dy: doubles[at8 + 3]!,
    }
    return { motion, pairs }
  }
  return { name: 'wasm', writeCodes, likePairs, align }
}

/** Where each array lies; those of the tables are laid in, the others are room for the widest. */
function layOut(memory: WebAssembly.Memory, { cylinder, likeness, relax, align }: MatchTables) {
  const pairs = likeness.pairsMax
  const pairing = pairingPairsAt + pairingCountMax * pairingPairBytes
  const room = {
    a: minutiaeMax * recordBytes,
    b: minutiaeMax * recordBytes,
    skin: skinBlocksMax,
    likeness: minutiaeMax * minutiaeMax * 2,
    found: minutiaeMax * minutiaeMax * 4,
    pairs: pairs * 8,
    work: Math.max(minutiaeMax * recordBytes, relaxWorkBytes),
    support: ((pairs * (pairs - 1)) / 2) * 12,
    sums: 64 * 16 + 64,
    strength: pairs * 4,
    pairings: pairing + pairingCountMax * 34 + 320 + align.nearMax * pairingPairBytes,
  }
  const tables = {
    cos: cosOf,
    sin: sinOf,
    inCircle: cylinder.inCircle,
    nearness: cylinder.nearness,
    shares: cylinder.shares,
    stretch: relax.stretch,
    turn: relax.turn,
    bearing: relax.bearing,
  }
  let next = firstByte
  const place = (bytes: number) => {
    const start = next
    next += Math.ceil(bytes / 64) * 64 + 64
    return start
  }
  const rooms = mapOf(room, place)
  const starts = mapOf(tables, (it) => place(it.byteLength))
  memory.grow(Math.ceil(next / pageBytes))
  const whole = new Uint8Array(memory.buffer)
  for (const [name, it] of Object.entries(tables)) {
    whole.set(
      new Uint8Array(it.buffer, it.byteOffset, it.byteLength),
      starts[name as keyof typeof starts],
    )
  }
  return { ...rooms, ...starts }
}

function mapOf<Name extends string, It>(all: Readonly<Record<Name, It>>, to: (it: It) => number) {
  return Object.fromEntries(
    Object.entries(all).map(([name, it]) => [name, to(it as It)]),
  ) as Record<Name, number>
}
