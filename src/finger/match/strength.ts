// Strength — how strong the strongest pairs are after relaxation.

import type { LikePairs } from '../kernels/match-contract.ts'
import * as parameters from '../parameters.ts'

const whole = 65_535

/** Mean strength of the strongest of the first `count` pairs, 0 … 1. */
export function strengthOf({ strength, count }: LikePairs): number {
  const { strongestMin, strongestMax, strongestShare } = parameters.evidence
  const share = Math.floor(count * strongestShare)
  const wanted = Math.min(strongestMax, Math.max(strongestMin, share))
  const sum = sumOfLargest(strength, count, wanted)
  return sum / whole / Math.max(1, Math.min(wanted, count))
}

function sumOfLargest(values: Int32Array, count: number, wanted: number): number {
  const largest = new Int32Array(wanted)
  for (let i = 0; i < count; i++) {
    const it = values[i]!
    if (it <= largest[wanted - 1]!) continue
    let place = wanted - 1
    while (place > 0 && largest[place - 1]! < it) {
      largest[place] = largest[place - 1]!
      place--
    }
    largest[place] = it
  }
  let sum = 0
  for (let i = 0; i < wanted; i++) sum += largest[i]!
  return sum
}
