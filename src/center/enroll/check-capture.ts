// Check capture — what cannot have been captured as it is told: on a day that is not, or one finger at
// several positions.

import { matchProbes, prepareProbe, thresholds } from '#finger'
import { fail, ok, type Result } from '#kit/result'
import { captureAgeMsMax, captureAheadMsMax } from '../limits.ts'
import type { ExtractedFinger } from '../records/templates.ts'

export type CaptureIssue = {
  readonly code: 'capture.in-the-future' | 'capture.too-long-ago' | 'finger.twice'
}

/** An office whose clock is off cannot call; what it captured meanwhile may come when it is right again. */
export function checkCaptureTime(
  capturedAtMs: number,
  nowMs: number,
): Result<undefined, CaptureIssue> {
  if (capturedAtMs > nowMs + captureAheadMsMax) return fail({ code: 'capture.in-the-future' })
  if (capturedAtMs < nowMs - captureAgeMsMax) return fail({ code: 'capture.too-long-ago' })
  return ok(undefined)
}

/**
 * The office asks its operator at a far lower score, and a supervisor may overrule that; from here on
 * nobody has two such fingers.
 */
export const sameFingerScoreMin: number = thresholds.personDuplicateMin

/** All of a packet's fingers, each against each: at most 45 pairs. */
export function checkFingersDiffer(
  fingers: readonly ExtractedFinger[],
): Result<undefined, CaptureIssue> {
  const probes = fingers.map(({ template }) => prepareProbe(template))
  const isTwice = probes.some((probe, i) =>
    probes.slice(i + 1).some((other) => matchProbes(probe, other) >= sameFingerScoreMin),
  )
  return isTwice ? fail({ code: 'finger.twice' }) : ok(undefined)
}
