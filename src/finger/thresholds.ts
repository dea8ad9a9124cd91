// Thresholds — from which score on what is concluded; measured by `finger eval` (ADR 7).

export const thresholds = {
  /**
   * One finger against one: where at most one impostor in 1,000 and in 10,000 passes, on the worst
   * of the sensors measured.
   */
  fingerFmr1000: 2.1,
  fingerFmr10000: 4.1,
  /** By so much a score must be higher to be ten times rarer among impostors (docs/thresholds.md). */
  fingerDecade: 1.3,
  /** All fingers of two people, fused: from here on a human expert looks. */
  personAdjudicateMin: 6,
  /** From here on the machine alone may say: the same person. */
  personDuplicateMin: 16,
} as const
