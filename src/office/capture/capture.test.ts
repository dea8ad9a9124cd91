// Capture test — how a finger stands, what is asked for next, and when the whole is whole.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FingerPosition, fingerPositions, slaps } from '#enrollment/fingers'
import { qualityAccepted } from '#finger'
import type { CapturedFinger } from '../records/captured.ts'
import { checkMayKeep, checkWhole, positionsToTake, standingOf } from './capture.ts'

const good = qualityAccepted
const weak = qualityAccepted - 1

function finger(
  position: FingerPosition,
  qualities: readonly number[] = [],
  more: Partial<CapturedFinger> = {},
): CapturedFinger {
  const tries = qualities.map((quality, i) => ({
    ...{ nth: i + 1, quality, problems: [], sha256: '', byteCount: 1 },
  }))
  return { position, tries, accepted: false, exception: undefined, ...more }
}

describe('a finger', () => {
  test.each([
    ['empty before it is taken', finger(2), 'empty'],
    ['good from one good try on', finger(2, [weak, good]), 'good'],
    ['good by its best try, not its last', finger(2, [good, weak]), 'good'],
    ['to be taken again while a try is left', finger(2, [weak, weak]), 'retry'],
    ['weak once all three are used', finger(2, [weak, weak, weak]), 'weak'],
    ['accepted by leave', finger(2, [weak, weak, weak], { accepted: true }), 'accepted'],
    ['done without, whatever was taken', finger(2, [good], { exception: 'missing' }), 'excepted'],
  ] as const)('is %s', (_, given, standing) => {
    expect(standingOf(given)).toBe(standing)
  })

  test('is kept below the gate only when no try is left', () => {
    expect(checkMayKeep(finger(2, [weak]))).toMatchObject({ issue: { code: 'capture.tries-left' } })
    expect(checkMayKeep(finger(2, [good, weak, weak]))).toMatchObject({
      issue: { code: 'capture.nothing-to-keep' },
    })
    expect(checkMayKeep(finger(2, [weak, weak, weak])).ok).toBe(true)
  })
})

describe('a press', () => {
  const slap = slaps['right-four']
  const all = (...changed: readonly CapturedFinger[]) =>
    fingerPositions.map(
      (position) => changed.find((it) => it.position === position) ?? finger(position),
    )

  test('asks for the fingers that are not settled', () => {
    const fingers = all(
      finger(2, [good]),
      finger(3, [weak]),
      finger(5, [], { exception: 'missing' }),
    )
    expect(positionsToTake(slap, undefined, fingers)).toEqual({ ok: true, value: [3, 4] })
  })

  test('asks for all that may be taken once more where all are settled', () => {
    const fingers = all(
      finger(2, [good]),
      finger(3, [good]),
      finger(4, [good]),
      finger(5, [good, good, good]),
    )
    expect(positionsToTake(slap, undefined, fingers)).toEqual({ ok: true, value: [2, 3, 4] })
  })

  test.each([
    ['of another slap', [7], all(), 'capture.other-slap'],
    ['done without', [2], all(finger(2, [], { exception: 'missing' })), 'capture.excepted'],
    ['tried three times', [2], all(finger(2, [weak, weak, weak])), 'capture.tries-used'],
  ] as const)('never asks for a finger %s', (_, named, fingers, code) => {
    expect(positionsToTake(slap, named, fingers)).toMatchObject({ issue: { code } })
  })

  test('of which no finger is left is refused', () => {
    const gone = all(...slap.map((position) => finger(position, [], { exception: 'missing' })))
    expect(positionsToTake(slap, undefined, gone)).toMatchObject({
      issue: { code: 'capture.excepted', positions: [...slap] },
    })
    const used = all(...slap.map((position) => finger(position, [weak, weak, weak])))
    expect(positionsToTake(slap, undefined, used)).toMatchObject({
      issue: { code: 'capture.tries-used', positions: [...slap] },
    })
  })
})

test('a capture is whole exactly when every part is there and every finger settled', () => {
  const anyFinger = fc.record({
    qualities: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
    accepted: fc.boolean(),
    exception: fc.constantFrom(undefined, 'missing' as const, 'unreadable' as const),
  })
  const anyCapture = fc.record({
    biodataConfirmed: fc.boolean(),
    images: fc.subarray(['photo', 'signature'] as const),
    fingers: fc.array(anyFinger, { minLength: 10, maxLength: 10 }),
  })
  fc.assert(
    fc.property(anyCapture, ({ biodataConfirmed, images, fingers }) => {
      const ten = fingerPositions.map((position, i) => {
        const { qualities, ...more } = fingers[i] as (typeof fingers)[number]
        return finger(position, qualities, more)
      })
      const isSettled = fingers.every(
        ({ qualities, accepted, exception }) =>
          exception !== undefined ||
          qualities.some((quality) => quality >= qualityAccepted) ||
          (accepted && qualities.length > 0),
      )
      const isWhole = biodataConfirmed && images.length === 2 && isSettled
      const checked = checkWhole({ biodataConfirmed, images: new Set(images), fingers: ten })
      expect(checked.ok).toBe(isWhole)
    }),
  )
})
