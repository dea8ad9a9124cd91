// Figures — error rates of a matcher, as the Fingerprint Verification Competition defines them.

export interface Scores {
  readonly genuine: readonly number[]
  readonly impostor: readonly number[]
}

/** Shares, 0 … 1: each `fmrN` is the lowest share of missed genuine pairs at one false match in N. */
export interface Figures {
  readonly genuinePairs: number
  readonly impostorPairs: number
  readonly eer: number
  readonly fmr100: number
  readonly fmr1000: number
  readonly fmr10000: number
  /** The lowest scores at which those rates of false matches are kept. */
  readonly thresholdFmr1000: number
  readonly thresholdFmr10000: number
}

/** Shares, 0 … 1, where scores from `threshold` on pass. */
export interface Rates {
  readonly threshold: number
  readonly falseMatch: number
  readonly falseNonMatch: number
}

export function figuresOf(scores: Scores): Figures {
  const points = ratesOf(scores)
  const at = (rate: number) => points.find((it) => it.falseMatch <= rate)!
  return {
    genuinePairs: scores.genuine.length,
    impostorPairs: scores.impostor.length,
    eer: eerOf(points),
    fmr100: at(1 / 100).falseNonMatch,
    fmr1000: at(1 / 1_000).falseNonMatch,
    fmr10000: at(1 / 10_000).falseNonMatch,
    thresholdFmr1000: at(1 / 1_000).threshold,
    thresholdFmr10000: at(1 / 10_000).threshold,
  }
}

/** Both rates at every score that occurs and beyond the highest; a score at the threshold passes. */
export function ratesOf({ genuine, impostor }: Scores): Rates[] {
  const ofOne = Float64Array.from(genuine).sort()
  const ofTwo = Float64Array.from(impostor).sort()
  const thresholds = [...new Set([...ofOne, ...ofTwo])].sort((a, b) => a - b)
  thresholds.push((thresholds.at(-1) ?? 0) + 1)
  let missed = 0
  let refused = 0
  return thresholds.map((threshold) => {
    while (missed < ofOne.length && ofOne[missed]! < threshold) missed++
    while (refused < ofTwo.length && ofTwo[refused]! < threshold) refused++
    return {
      threshold,
      falseMatch: (ofTwo.length - refused) / Math.max(1, ofTwo.length),
      falseNonMatch: missed / Math.max(1, ofOne.length),
    }
  })
}

/** Where the two rates cross: of the interval's two ends the one with the smaller sum, its mean. */
function eerOf(points: readonly Rates[]): number {
  const low = points.findLast((it) => it.falseNonMatch <= it.falseMatch)
  const high = points.find((it) => it.falseNonMatch >= it.falseMatch)
  const ends = [low, high].flatMap((it) =>
    it === undefined ? [] : [(it.falseMatch + it.falseNonMatch) / 2],
  )
  return Math.min(...ends)
}
