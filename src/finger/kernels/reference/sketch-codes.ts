// Sketch codes — what surrounds a minutia, as 64 signs, the same however the finger is turned.
//
// The neighborhood is a function of place and direction; its lowest frequencies say most about it
// and change least when a neighbor is missed. Sixteen cosine patterns over the place, times cosine
// and sine of the turn between both directions and of twice that turn, make 64 sums over the
// neighbors; of each only the sign is kept.

import { codeBytes, pointBytes, type SketchTables } from '../sketch-contract.ts'

const patterns = 16
const harmonics = 4
const half15 = 1 << 14

export function sketchCodes(
  points: Uint8Array,
  count: number,
  wanted: number,
  tables: SketchTables,
): Uint8Array {
  const view = new DataView(points.buffer, points.byteOffset, points.byteLength)
  const all = Array.from({ length: count }, (_, i) => ({
    x: view.getUint16(i * pointBytes, true),
    y: view.getUint16(i * pointBytes + 2, true),
    direction: view.getUint8(i * pointBytes + 4),
  }))
  const found: { code: Uint8Array; number: number }[] = []
  for (let i = 0; i < count && found.length < wanted; i++) {
    const code = codeOf(all, i, tables)
    if (code !== undefined) found.push({ code, number: i })
  }
  const out = new Uint8Array(found.length * codeBytes)
  const outView = new DataView(out.buffer)
  for (const [k, { code, number }] of found.entries()) {
    out.set(code, k * codeBytes)
    outView.setInt32(k * codeBytes + 8, number, true)
  }
  return out
}

interface Point {
  readonly x: number
  readonly y: number
  readonly direction: number
}

function codeOf(all: readonly Point[], i: number, tables: SketchTables): Uint8Array | undefined {
  const own = all[i]!
  const cos = tables.cos[own.direction]!
  const sin = tables.sin[own.direction]!
  const { reach } = tables
  const within = (it: number) => Math.min(reach, Math.max(-reach, (it + 0x2000) >> 14)) + reach
  const sums = new Int32Array(patterns * harmonics)
  let neighbors = 0
  for (const [k, other] of all.entries()) {
    const dx = other.x - own.x
    const dy = other.y - own.y
    const square = dx * dx + dy * dy
    if (k === i || square > reach * reach) continue
    neighbors++
    const x = within(dx * cos - dy * sin)
    const y = within(dx * sin + dy * cos)
    const turn = (other.direction - own.direction) & 255
    for (let p = 0; p < patterns; p++) {
      const wave = times(tables.along[x * patterns + p]!, tables.across[y * patterns + p]!)
      const near = times(wave, tables.window[square]!)
      for (let h = 0; h < harmonics; h++) {
        const at = h * patterns + p
        const more = sums[at]! + times(near, tables.harmonics[turn * harmonics + h]!)
        sums[at] = Math.max(-0x8000, Math.min(0x7fff, more))
      }
    }
  }
  if (neighbors < tables.neighborsMin) return undefined
  const code = new Uint8Array(8)
  for (const [at, sum] of sums.entries()) if (sum > 0) code[at >> 3]! |= 1 << (at & 7)
  return code
}

/** Of two numbers in 2 ** 15ths, rounded. */
function times(a: number, b: number): number {
  return (a * b + half15) >> 15
}
