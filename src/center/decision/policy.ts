// Policy — the two scores that part unique from doubtful and doubtful from duplicate, by how many
// people are searched (ADR 7, docs/thresholds.md).
//
// The more people are looked through, the likelier is a stranger who resembles the newcomer by chance.
// So the scores rise with the gallery: as far as is needed that a search of everybody brings up a
// stranger no oftener than is configured.

import { thresholds } from '#finger'
import { assert } from '#kit/assert'

export interface DecisionPolicy {
  /** From this score on, a human expert must look. */
  readonly adjudicateScoreMin: number
  /** From this score on, the machine alone may say: the same person. */
  readonly duplicateScoreMin: number
}

export interface PolicyAsked {
  /** In the gallery. */
  readonly people: number
  /** Of the newcomer. */
  readonly fingers: number
  /** Searches of everybody that may bring up a stranger: false positive identifications (FPIR). */
  readonly rate: number
}

export const falsePositiveRateUsual = 1 / 1_000
/** Of these the share that the machine may take for the same person without an expert. */
const falseDuplicateShare = 1 / 1_000
/** Recorded fingers that one of the newcomer's is tried as; see afis/labelings.ts. */
const triedAsOne = 10
const triedAsSeveral = 12

/**
 * The chance that two fingers of two people score as much: 1 in 1,000 at one threshold, and so many
 * more points for each ten times less.
 */
const { fingerFmr1000, fingerDecade } = thresholds

export function policyFor({ people, fingers, rate }: PolicyAsked): DecisionPolicy {
  assert(rate > 0 && rate <= 1, 'a rate')
  const tries = triesOf({ people, fingers })
  const scoreAt = (wanted: number) =>
    fingerFmr1000 + fingerDecade * Math.log10(tries / (1_000 * wanted))
  const adjudicateScoreMin = Math.max(thresholds.personAdjudicateMin, scoreAt(rate))
  const duplicateScoreMin = Math.max(
    thresholds.personDuplicateMin,
    scoreAt(rate * falseDuplicateShare),
  )
  assert(adjudicateScoreMin < duplicateScoreMin, 'doubt begins below certainty')
  return { adjudicateScoreMin, duplicateScoreMin }
}

/**
 * The share of searches of so many people that bring up a stranger with such a score or a higher one
 * (FPIR), 0 to 1: what `policyFor` was asked for, read from the score back to the rate.
 */
export function fprOf(score: number, searched: Pick<PolicyAsked, 'people' | 'fingers'>): number {
  const decades = (score - fingerFmr1000) / fingerDecade
  return Math.min(1, triesOf(searched) / (1_000 * 10 ** decades))
}

/** Each of the people as each finger, or labeling of fingers, that the newcomer's may be. */
function triesOf({ people, fingers }: Pick<PolicyAsked, 'people' | 'fingers'>): number {
  return Math.max(1, people) * (fingers === 1 ? triedAsOne : triedAsSeveral)
}
