// Log axis — shares of one on a scale where each tenth is as long as the next.

import type { Axis } from './chart.ts'

export interface LogScale {
  readonly axis: Axis
  /** Where on the axis a share lies; what is smaller than its start lies at the start. */
  at(share: number): number
}

/** From 10 to the power of `lowest` (a negative whole number) to one; percent at the ticks. */
export function logScale(label: string, lowest: number): LogScale {
  const at = (share: number) =>
    Math.max(0, Math.min(1, 1 - Math.log10(Math.max(share, 1e-12)) / lowest))
  const ticks = Array.from({ length: 1 - lowest }, (_, i) => {
    const share = 10 ** (lowest + i)
    return { at: at(share), text: `${Number((100 * share).toPrecision(1))} %` }
  })
  return { axis: { label, ticks }, at }
}
