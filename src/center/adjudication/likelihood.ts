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
}

/** Beyond a billion no one can weigh the difference. */
export const timesMax = 1_000_000_000

/** Each strength begins where one before it ends. */
const begins: readonly number[] = [0, 2, 10, 100, 1_000, 10_000, 1_000_000]

export function likelihoodOf(score: number): Likelihood {
  const times = twoDigits(Math.min(timesMax, Math.exp(Math.abs(score))))
  const rank = begins.findLastIndex((begin) => times >= begin)
  return {
    favors: score >= 0 ? 'same' : 'different',
    strength: strengths[rank] ?? 'none',
    times,
  }
}

/** Beyond so many searches the fall of the strangers' scores is no longer believed. */
export const oneInMax = 1_000_000

/** A false-positive rate as one in so many searches: two digits of it, at most `oneInMax`. */
export function oneInOf(rate: number): number {
  return twoDigits(Math.min(oneInMax, 1 / Math.max(rate, 1 / oneInMax)))
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2))
}
