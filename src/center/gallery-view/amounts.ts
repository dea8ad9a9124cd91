// Amounts — bytes and short times as a person reads them.

import type { Format } from '#kit/web/format'

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const
const step = 1_000

/** `1,4 GB`: three digits at most. */
export function bytesShown(format: Format, bytes: number): string {
  let nth = 0
  let value = bytes
  while (value >= step && nth < units.length - 1) {
    value /= step
    nth++
  }
  return `${format.number(value, nth > 0 && value < 10 ? 1 : 0)} ${units[nth]}`
}

/** `120 ms`, `1,4 s`. */
export function timeShown(format: Format, ms: number): string {
  return ms < step ? `${format.number(ms)} ms` : `${format.number(ms / step, 1)} s`
}
