// Lifting — lines of samples between one row and its low and high halves, by the 9/7 filters.
//
// Filtering by nine and seven taps at every second place, ends mirrored, is the same as four
// rounds of adding a share of one half's neighbors to the other: a fraction of the work, and undone
// by subtracting the same in reverse (Daubechies and Sweldens, 1998).

/** Lines side by side: sample after sample, of each sample all lines; all low ones come first. */
export interface Halves {
  readonly lines: number
  /** As many as the high samples, or one more. */
  readonly lowCount: number
  readonly highCount: number
}

const rounds = [-1.586134342059924, -0.052980118572961, 0.882911075530934, 0.443506852043971]
const lowScale = Math.SQRT2 / 1.230174104914001
const highScale = 1.230174104914001 / Math.SQRT2
/** Mirrored for ever, a single sample is a constant: what the low filter adds up to. */
const loneScale = Math.SQRT2

/** In place: where even and odd samples lay, the low and the high ones lie then. */
export function lift(samples: Float32Array, halves: Halves): void {
  for (const [round, weight] of rounds.entries()) addNeighbors(samples, halves, round, weight)
  scale(samples, halves, halves.highCount > 0 ? lowScale : loneScale, highScale)
}

/** What `lift` did, undone. */
export function unlift(samples: Float32Array, halves: Halves): void {
  scale(samples, halves, 1 / (halves.highCount > 0 ? lowScale : loneScale), 1 / highScale)
  for (let round = rounds.length - 1; round >= 0; round--) {
    addNeighbors(samples, halves, round, -rounds[round]!)
  }
}

/** Even rounds change the high half, odd ones the low. A single sample has no neighbor. */
function addNeighbors(
  samples: Float32Array,
  { lines, lowCount, highCount }: Halves,
  round: number,
  weight: number,
): void {
  if (highCount === 0) return
  const changesHigh = round % 2 === 0
  const high = lowCount * lines
  const from = changesHigh ? high : 0
  const to = from + (changesHigh ? highCount : lowCount) * lines
  const neighbors = changesHigh ? 0 : high
  const last = neighbors + ((changesHigh ? lowCount : highCount) - 1) * lines
  // Past an end the line is mirrored, which for a neighbor means the nearest there is.
  let before = changesHigh ? 0 : high - lines
  for (let at = from; at < to; before += lines) {
    let a = Math.max(before, neighbors)
    let b = Math.min(before + lines, last)
    for (const end = at + lines; at < end; at++) {
      samples[at] = samples[at]! + weight * (samples[a++]! + samples[b++]!)
    }
  }
}

function scale(
  samples: Float32Array,
  { lines, lowCount, highCount }: Halves,
  low: number,
  high: number,
): void {
  const middle = lowCount * lines
  const end = middle + highCount * lines
  for (let at = 0; at < middle; at++) samples[at] = samples[at]! * low
  for (let at = middle; at < end; at++) samples[at] = samples[at]! * high
}
