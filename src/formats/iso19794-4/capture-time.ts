// Capture time — date and time of a capture in nine bytes, UTC. ISO/IEC 19794-1:2011, table 3.

import { layout, uint8, uint16 } from '#formats/layout'

export const captureTime = layout({
  year: uint16,
  month: uint8,
  day: uint8,
  hour: uint8,
  minute: uint8,
  second: uint8,
  millisecond: uint16,
})

export type CaptureTime = Parameters<typeof captureTime.write>[0]

const unknown: CaptureTime = {
  ...{ year: 0xffff, month: 0xff, day: 0xff },
  ...{ hour: 0xff, minute: 0xff, second: 0xff, millisecond: 0xffff },
}

/** Undefined where the bytes say "unknown" or name no moment: the image is good without it. */
export function epochMsOf(time: CaptureTime): number | undefined {
  const atMs = Date.UTC(
    time.year,
    time.month - 1,
    time.day,
    time.hour,
    time.minute,
    time.second,
    time.millisecond,
  )
  const again = captureTimeOf(atMs)
  const isMoment = (Object.keys(unknown) as (keyof CaptureTime)[]).every(
    (it) => again[it] === time[it],
  )
  return isMoment ? atMs : undefined
}

export function captureTimeOf(epochMs: number | undefined): CaptureTime {
  if (epochMs === undefined || Number.isNaN(epochMs)) return unknown
  const at = new Date(epochMs)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    millisecond: at.getUTCMilliseconds(),
  }
}
