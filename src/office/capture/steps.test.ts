// Steps test — the wizard opens what may be done, and never skips what is lacking.

import { expect, test } from 'vitest'
import { dueSlap, isOpen, nextStep, stepKeys } from './steps.ts'
import type { CaptureView } from './wire.ts'

const image = { takenAtMs: 1, bytes: 1, sha256: '' }

function viewOf(changes: Partial<CaptureView> = {}, standing = 'empty'): CaptureView {
  const fingers = Array.from({ length: 10 }, (_, i) => ({ position: i + 1, standing }))
  const untouched = {
    waitingAt: 'capture',
    biodataConfirmedAtMs: null,
    photo: null,
    signature: null,
  }
  return { ...untouched, fingers, ...changes } as CaptureView
}

const openOf = (view: CaptureView) => stepKeys.filter((step) => isOpen(view, step))

test('biodata are confirmed before anything is taken', () => {
  expect(nextStep(viewOf())).toBe('biodata')
  expect(openOf(viewOf())).toEqual(['biodata'])
})

test('photo, signature and fingers are open in any order, the check only after all of them', () => {
  const confirmed = { biodataConfirmedAtMs: 1 }
  expect(openOf(viewOf(confirmed))).toEqual(['biodata', 'photo', 'signature', 'fingers'])
  expect(nextStep(viewOf({ ...confirmed, photo: image }))).toBe('signature')
  const taken = { ...confirmed, photo: image, signature: image }
  expect(nextStep(viewOf(taken))).toBe('fingers')
  const whole = viewOf(taken, 'good')
  expect(nextStep(whole)).toBe('check')
  expect(openOf(whole)).toEqual(['biodata', 'photo', 'signature', 'fingers', 'check'])
})

test('a completed capture is not changed any more, only stamped', () => {
  const done = viewOf(
    { waitingAt: 'attestation', biodataConfirmedAtMs: 1, photo: image, signature: image },
    'good',
  )
  expect(openOf(done)).toEqual(['stamp'])
  expect(nextStep(done)).toBe('stamp')
})

test('the press that is due is the first with a finger that is not settled', () => {
  expect(dueSlap(viewOf())).toBe('right-four')
  const right = viewOf()
  const fingers = right.fingers.map((it) =>
    it.position <= 5 ? { ...it, standing: 'good' as const } : it,
  )
  expect(dueSlap({ ...right, fingers })).toBe('left-four')
  expect(dueSlap(viewOf({}, 'excepted'))).toBe(undefined)
})
