// Preview — live pictures of the platen: fingers come down, lie there, and are lifted for a retry.

import { setTimeout as pause } from 'node:timers/promises'
import { type DeviceSubId, writeFrame } from '#formats/sbi'
import type { Clock } from '#kit/clock'
import type { StreamLine } from '../http/answer.ts'
import { previewFramesPerSecond } from '../limits.ts'
import { meanQuality, type Platen, type Press } from '../platen.ts'
import { renderFrame } from './frame.ts'

export interface PreviewNeeds {
  readonly deviceSubId: DeviceSubId
  readonly timeoutMs: number
  readonly clock: Clock
  /** Asked for each frame: another person may stand there by now. */
  readonly platen: () => Platen
  /** While a capture runs, the specification wants no frames. */
  readonly isCapturing: () => boolean
  readonly stopped: AbortSignal
}

/** How far down the fingers are, frame by frame; the last lasts. */
const comingDown = [0, 0.35, 0.7, 1] as const

/** Writes frames until the time is over, the reader has gone or the device stops. */
export async function streamPreview(line: StreamLine, needs: PreviewNeeds): Promise<void> {
  const end = AbortSignal.any([line.closed, needs.stopped])
  const untilMs = needs.clock() + needs.timeoutMs
  const painter = painterOf(needs.deviceSubId)
  let seen: Press | undefined
  let step = 0
  // The empty glass at once: fingers of a person who is new here take a moment to be there.
  line.write(writeFrame(await painter([], 0), 0))
  while (!end.aborted && needs.clock() < untilMs) {
    const began = needs.clock()
    if (!needs.isCapturing()) {
      const press = await lookBriefly(needs.platen(), needs.deviceSubId)
      step = press === seen ? Math.min(step + 1, comingDown.length - 1) : 0
      seen = press
      const jpeg = await painter(press ?? [], comingDown[step] ?? 1)
      line.write(writeFrame(jpeg, meanQuality(press ?? [])))
    }
    const restMs = 1_000 / previewFramesPerSecond - (needs.clock() - began)
    await pause(Math.max(1, restMs), undefined, { signal: end }).catch(() => {})
  }
}

/** The press, if it is known by now: a frame is due whether or not it is. */
async function lookBriefly(platen: Platen, slap: DeviceSubId): Promise<Press | undefined> {
  const nothingYet = pause(1_000 / previewFramesPerSecond / 2, undefined)
  return Promise.race([platen.look(slap), nothingYet])
}

/** Paints a frame once and shows it again while nothing changes. */
function painterOf(deviceSubId: DeviceSubId) {
  let last: { readonly press: Press; readonly shown: number; readonly jpeg: Uint8Array } | undefined
  return async (press: Press, shown: number): Promise<Uint8Array> => {
    const isSame =
      last?.shown === shown && (last.press === press || last.press.length + press.length === 0)
    if (last === undefined || !isSame) {
      last = { press, shown, jpeg: await renderFrame(deviceSubId, press, shown) }
    }
    return last.jpeg
  }
}
