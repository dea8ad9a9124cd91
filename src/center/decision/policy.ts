// Policy — the two scores that part unique from doubtful and doubtful from duplicate (ADR 7).

import { thresholds } from '#finger'
import { assert } from '#kit/assert'

export interface DecisionPolicy {
  /** From this score on, a human expert must look. */
  readonly adjudicateScoreMin: number
  /** From this score on, the machine alone may say: the same person. */
  readonly duplicateScoreMin: number
}

export const decisionPolicy: DecisionPolicy = {
  adjudicateScoreMin: thresholds.personAdjudicateMin,
  duplicateScoreMin: thresholds.personDuplicateMin,
}

assert(
  decisionPolicy.adjudicateScoreMin < decisionPolicy.duplicateScoreMin,
  'doubt begins below certainty',
)
