// Capture — what a resident's capture still lacks, and what may be done about a finger.

import type { FingerPosition } from '#enrollment/fingers'
import { qualityAccepted } from '#finger'
import { fail, ok, type Result } from '#kit/result'
import { bestTryOf, type CapturedFinger, fingerTriesMax, isSettled } from '../records/captured.ts'

export type FingerStanding =
  /** Nothing taken yet. */
  | 'empty'
  /** Taken, below the gate, and a try is left. */
  | 'retry'
  /** Three tries, all below the gate: a supervisor decides. */
  | 'weak'
  | 'good'
  /** The best of three counts, as a supervisor allowed. */
  | 'accepted'
  | 'excepted'

export function standingOf(finger: CapturedFinger): FingerStanding {
  if (finger.exception !== undefined) return 'excepted'
  const best = bestTryOf(finger)
  if (best === undefined) return 'empty'
  if (best.quality >= qualityAccepted) return 'good'
  if (finger.accepted) return 'accepted'
  return finger.tries.length < fingerTriesMax ? 'retry' : 'weak'
}

export interface CaptureOnFile {
  readonly biodataConfirmed: boolean
  readonly images: ReadonlySet<'photo' | 'signature'>
  readonly fingers: readonly CapturedFinger[]
}

export type CaptureIssue =
  | { readonly code: 'capture.incomplete'; readonly missing: readonly MissingPart[] }
  | { readonly code: 'capture.fingers-missing'; readonly positions: readonly FingerPosition[] }

export type MissingPart = 'biodata' | 'photo' | 'signature'

export function missingPartsOf(capture: CaptureOnFile): readonly MissingPart[] {
  const missing: MissingPart[] = capture.biodataConfirmed ? [] : ['biodata']
  for (const name of ['photo', 'signature'] as const) {
    if (!capture.images.has(name)) missing.push(name)
  }
  return missing
}

export function missingFingersOf({ fingers }: CaptureOnFile): readonly FingerPosition[] {
  return positionsOf(fingers.filter((finger) => !isSettled(finger)))
}

/** A capture is whole when every part is there and every finger is settled. */
export function checkWhole(capture: CaptureOnFile): Result<undefined, CaptureIssue> {
  const missing = missingPartsOf(capture)
  if (missing.length > 0) return fail({ code: 'capture.incomplete', missing })
  const positions = missingFingersOf(capture)
  if (positions.length > 0) return fail({ code: 'capture.fingers-missing', positions })
  return ok(undefined)
}

export type TakeIssue =
  | { readonly code: 'capture.other-slap'; readonly positions: readonly FingerPosition[] }
  | { readonly code: 'capture.excepted'; readonly positions: readonly FingerPosition[] }
  | { readonly code: 'capture.tries-used'; readonly positions: readonly FingerPosition[] }

/**
 * Which fingers of a slap to ask for: those named, or else those not settled yet; where all are
 * settled, those that may be taken once more.
 */
export function positionsToTake(
  slap: readonly FingerPosition[],
  named: readonly FingerPosition[] | undefined,
  fingers: readonly CapturedFinger[],
): Result<readonly FingerPosition[], TakeIssue> {
  const strange = (named ?? []).filter((it) => !slap.includes(it))
  if (strange.length > 0) return fail({ code: 'capture.other-slap', positions: strange })
  const wanted = fingers.filter(({ position }) => (named ?? slap).includes(position))
  const excepted = wanted.filter((finger) => finger.exception !== undefined)
  if (named ? excepted.length > 0 : excepted.length === wanted.length) {
    return fail({ code: 'capture.excepted', positions: positionsOf(excepted) })
  }
  const used = wanted.filter(({ tries }) => tries.length >= fingerTriesMax)
  const left = wanted.filter((finger) => !excepted.includes(finger) && !used.includes(finger))
  if (named ? used.length > 0 : left.length === 0) {
    return fail({ code: 'capture.tries-used', positions: positionsOf(used) })
  }
  const open = left.filter((finger) => !isSettled(finger))
  return ok(positionsOf(named || open.length === 0 ? left : open))
}

function positionsOf(fingers: readonly CapturedFinger[]): readonly FingerPosition[] {
  return fingers.map(({ position }) => position)
}

export type KeepIssue =
  | { readonly code: 'capture.tries-left'; readonly position: FingerPosition }
  | { readonly code: 'capture.nothing-to-keep'; readonly position: FingerPosition }

/** The best try may count below the gate only once all tries are used. */
export function checkMayKeep(finger: CapturedFinger): Result<undefined, KeepIssue> {
  const { position } = finger
  const standing = standingOf(finger)
  if (standing === 'retry') return fail({ code: 'capture.tries-left', position })
  if (standing !== 'weak' && standing !== 'accepted') {
    return fail({ code: 'capture.nothing-to-keep', position })
  }
  return ok(undefined)
}
