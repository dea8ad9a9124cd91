// Pattern class — arch, loop or whorl, in the proportions of nature, finger by finger.

import type { FingerPosition } from '#formats/iso19794-4'
import type { Seeded } from '#kit/seeded'

export type PatternClass = 'arch' | 'tented-arch' | 'left-loop' | 'right-loop' | 'whorl'

/** Shares over all fingers (Wilson, Candela, Watson, "Neural network fingerprint classification"). */
export const patternShares: readonly (readonly [PatternClass, number])[] = [
  ['arch', 0.037],
  ['tented-arch', 0.029],
  ['left-loop', 0.338],
  ['right-loop', 0.317],
  ['whorl', 0.279],
]

/** Any finger's class. */
export function drawPatternClass(chance: Seeded): PatternClass {
  let rest = chance.unit()
  for (const [patternClass, share] of patternShares) {
    rest -= share
    if (rest < 0) return patternClass
  }
  return 'whorl'
}

/**
 * Shares by finger, thumb to little finger, rounded from police collections: index fingers have
 * most arches and nearly all radial loops, thumbs and ring fingers most whorls, little fingers
 * ulnar loops. The order of the columns is that of pattern intensity.
 */
const sharesByFinger = [
  { arch: 0.03, tented: 0.01, radial: 0.005, ulnar: 0.585 },
  { arch: 0.07, tented: 0.06, radial: 0.19, ulnar: 0.36 },
  { arch: 0.05, tented: 0.03, radial: 0.03, ulnar: 0.71 },
  { arch: 0.02, tented: 0.01, radial: 0.01, ulnar: 0.52 },
  { arch: 0.015, tented: 0.015, radial: 0.005, ulnar: 0.825 },
] as const

/**
 * The class of one finger of a person. `leaning` (normal over persons) is how much this person's
 * fingers lean to whorls rather than arches: one person's fingers resemble each other.
 */
export function drawPatternClassOf(
  position: FingerPosition,
  leaning: number,
  chance: Seeded,
): PatternClass {
  const mix = Math.sqrt(personShare) * leaning + Math.sqrt(1 - personShare) * chance.normal()
  const intensity = 1 / (1 + Math.exp(-1.702 * mix))
  const share = sharesByFinger[(position - 1) % 5]!
  const isRightHand = position <= 5
  if (intensity < share.arch) return 'arch'
  if (intensity < share.arch + share.tented) return 'tented-arch'
  // On the print of a right hand the little finger's side, where an ulnar loop opens, is the right.
  if (intensity < share.arch + share.tented + share.radial) {
    return isRightHand ? 'left-loop' : 'right-loop'
  }
  if (intensity < share.arch + share.tented + share.radial + share.ulnar) {
    return isRightHand ? 'right-loop' : 'left-loop'
  }
  return 'whorl'
}

/** The part of the variance of pattern intensity that all fingers of a person share. */
const personShare = 0.4
