// Finger position — the ten fingers by their codes. ISO/IEC 19794-4:2011, table 6; the same in 2005.

/** 1 right thumb … 5 right little finger, 6 left thumb … 10 left little finger. */
export type FingerPosition = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

export const fingerPositions: readonly FingerPosition[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export function isFingerPosition(code: number): code is FingerPosition {
  return Number.isInteger(code) && code >= 1 && code <= 10
}
