// Likelihood — a score in odds and in a scale of words: how much it speaks for one person or for two.
//
// The score is a natural log-likelihood ratio: e^score times as likely from one person as from two.
// The scale of words is that of the ENFSI Guideline for Evaluative Reporting (2015), table 2.

export const strengths = [
  'none',
  'weak',
  'moderate',
  'moderately-strong',
  'strong',
  'very-strong',
  'extremely-strong',
] as const
export type Strength = (typeof strengths)[number]

export interface Likelihood {
  readonly favors: 'same' | 'different'
  readonly strength: Strength
  /** So many times as likely, two digits of it; at most `timesMax`, which means "or more". */
  readonly times: number
  /**
   * How many of the people searched reach such a score by chance, at most: a likelihood ratio of t is
   * reached by one in t of those who are somebody else, or by fewer.
   */
  readonly byChanceMax: number
}

/** Beyond a billion no one can weigh the difference. */
export const timesMax = 1_000_000_000

/** Each strength begins where one before it ends. */
const begins: readonly number[] = [0, 2, 10, 100, 1_000, 10_000, 1_000_000]

export function likelihoodOf(score: number, peopleSearched: number): Likelihood {
  const times = twoDigits(Math.min(timesMax, Math.exp(Math.abs(score))))
  const rank = begins.findLastIndex((begin) => times >= begin)
  return {
    favors: score >= 0 ? 'same' : 'different',
    strength: strengths[rank] ?? 'none',
    times,
    byChanceMax: Math.min(peopleSearched, peopleSearched * Math.exp(-score)),
  }
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2))
}
