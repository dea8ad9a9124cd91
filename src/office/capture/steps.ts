// Steps — where a capture stands: which step is done, which is open, which comes next.

import { type Slap, slaps } from '#enrollment/fingers'
import type { CaptureView, FingerView } from './wire.ts'

export const stepKeys = ['biodata', 'photo', 'signature', 'fingers', 'check', 'stamp'] as const
export type StepKey = (typeof stepKeys)[number]

export interface StepProps {
  readonly view: CaptureView
  /** Whether one comes here from another step, and not by opening the page. */
  readonly arrived: boolean
  readonly onDone: () => void
  /** The photo just taken, for the resident to see. */
  readonly onPhoto: (photo: Blob | undefined) => void
}

const settledStandings: readonly FingerView['standing'][] = ['good', 'accepted', 'excepted']

export function isSettledView({ standing }: FingerView): boolean {
  return settledStandings.includes(standing)
}

/** The order in which a resident lays the fingers down. */
export const slapOrder: readonly Slap[] = ['right-four', 'left-four', 'thumbs']

export function isOfSlap(slap: Slap, position: number): boolean {
  return slaps[slap].some((it) => it === position)
}

export function isSlapDone({ fingers }: CaptureView, slap: Slap): boolean {
  return fingers.filter(({ position }) => isOfSlap(slap, position)).every(isSettledView)
}

/** The first press with a finger that is not settled. */
export function dueSlap(view: CaptureView): Slap | undefined {
  return slapOrder.find((slap) => !isSlapDone(view, slap))
}

/** Whether a step needs nothing more. */
export function isDone(view: CaptureView, step: StepKey): boolean {
  switch (step) {
    case 'biodata':
      return view.biodataConfirmedAtMs !== null
    case 'photo':
      return view.photo !== null
    case 'signature':
      return view.signature !== null
    case 'fingers':
      return view.fingers.every(isSettledView)
    case 'check':
      return view.waitingAt !== 'capture'
    default:
      return !['capture', 'attestation', 'register'].includes(view.waitingAt)
  }
}

/** Whether a step may be opened now. Once the capture is completed, only the stamp is left. */
export function isOpen(view: CaptureView, step: StepKey): boolean {
  if (view.waitingAt !== 'capture') return step === 'stamp'
  if (step === 'biodata') return true
  if (step === 'stamp') return false
  if (step === 'check') {
    return stepKeys.slice(0, stepKeys.indexOf('check')).every((it) => isDone(view, it))
  }
  return isDone(view, 'biodata')
}

/** The step to work on: the first that is not done. */
export function nextStep(view: CaptureView): StepKey {
  return stepKeys.find((step) => !isDone(view, step)) ?? 'stamp'
}
