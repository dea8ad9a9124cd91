// Fingers — the ten positions of a person, by the numbers of ISO/IEC 19794-4, and how they are laid
// on a scanner: right four, left four, two thumbs.

import type { FingerPosition } from '#formats/finger-position'

export { type FingerPosition, fingerPositions, isFingerPosition } from '#formats/finger-position'

export type Slap = 'right-four' | 'left-four' | 'thumbs'

export const slaps: Readonly<Record<Slap, readonly FingerPosition[]>> = {
  'right-four': [2, 3, 4, 5],
  'left-four': [7, 8, 9, 10],
  thumbs: [1, 6],
}

/** `missing`: the finger is not there. `unreadable`: it is there, yet no try was good enough. */
export type ExceptionKind = 'missing' | 'unreadable'

export function slapOf(position: FingerPosition): Slap {
  if (slaps.thumbs.includes(position)) return 'thumbs'
  return position <= 5 ? 'right-four' : 'left-four'
}
