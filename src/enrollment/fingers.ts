// Fingers — the ten positions of a person, by the numbers of ISO/IEC 19794-4, and how they are laid
// on a scanner: right four, left four, two thumbs.

export const fingerPositions = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** 1 right thumb, 2–5 right index to little; 6 left thumb, 7–10 left index to little. */
export type FingerPosition = (typeof fingerPositions)[number]

export type Slap = 'right-four' | 'left-four' | 'thumbs'

export const slaps: Readonly<Record<Slap, readonly FingerPosition[]>> = {
  'right-four': [2, 3, 4, 5],
  'left-four': [7, 8, 9, 10],
  thumbs: [1, 6],
}

/** `missing`: the finger is not there. `unreadable`: it is there, yet no try was good enough. */
export type ExceptionKind = 'missing' | 'unreadable'

export function isFingerPosition(value: unknown): value is FingerPosition {
  return fingerPositions.some((position) => position === value)
}

export function slapOf(position: FingerPosition): Slap {
  if (slaps.thumbs.includes(position)) return 'thumbs'
  return position <= 5 ? 'right-four' : 'left-four'
}
