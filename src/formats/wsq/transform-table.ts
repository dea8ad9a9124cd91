// Transform table — the filters as a WSQ file states them, and whether they are those known here.

import { concat } from '#kit/bytes'
import { tap, transformHead } from './markers.ts'

/** The analysis filters from the middle outward. IAFIS-IC-0110 (V3.1), table A.1. */
export const lowTaps = [
  0.852698679009403, 0.377402855612654, -0.110624404418423, -0.02384946501938, 0.037828455506995,
] as const
export const highTaps = [
  0.788485616405664, -0.418092273222212, -0.040689417609558, 0.064538882628938,
] as const

const taps = [...lowTaps, ...highTaps]
const tolerance = 1e-5

export function writeTransformTable(): Uint8Array {
  const head = transformHead.write({
    lowTaps: 2 * lowTaps.length - 1,
    highTaps: 2 * highTaps.length - 1,
  })
  return concat(head, ...taps.map((weight) => tap.write({ weight })))
}

/** Undefined where the table is torn; false where its filters are others than the 9/7 pair. */
export function hasKnownFilters(content: Uint8Array): boolean | undefined {
  const head = transformHead.read(content)
  if (!head.ok) return undefined
  const isPair =
    head.value.lowTaps === 2 * lowTaps.length - 1 && head.value.highTaps === 2 * highTaps.length - 1
  if (!isPair) return false
  for (const [i, weight] of taps.entries()) {
    const read = tap.read(content, transformHead.size + i * tap.size)
    if (!read.ok) return undefined
    if (Math.abs(read.value.weight - weight) > tolerance) return false
  }
  return true
}
