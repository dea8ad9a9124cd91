// View — zoom, turn and shift, and where points of a print then lie.

import { expect, test } from 'vitest'
import {
  asCaptured,
  isShown,
  leftOf,
  nextContrast,
  paneHeight,
  paneWidth,
  placeOf,
  shifted,
  turned,
  zoomed,
} from './view.ts'

const print = { width: 320, height: 400 }
const middle = { x: 160, y: 200 }

test('the middle of a print lies in the middle of its own pane', () => {
  expect(placeOf(asCaptured, print, 0, middle)).toEqual({ x: paneWidth / 2, y: paneHeight / 2 })
  expect(placeOf(asCaptured, print, 1, middle).x).toBe(leftOf(1) + paneWidth / 2)
})

test('unzoomed, the whole print is shown', () => {
  for (const x of [0, 320]) {
    for (const y of [0, 400]) {
      expect(isShown(placeOf(asCaptured, print, 0, { x, y }), 0)).toBe(true)
    }
  }
  const close = zoomed(asCaptured, 5)
  expect(isShown(placeOf(close, print, 0, { x: 0, y: 0 }), 0)).toBe(false)
})

test('zooming keeps what lies in the middle there, and ends at the whole print', () => {
  const aside = shifted(zoomed(asCaptured, 3), 50, -30)
  const closer = zoomed(aside, 1)
  const grown = closer.zoom / aside.zoom
  expect(closer.shiftX).toBeCloseTo(aside.shiftX * grown)
  expect(zoomed(asCaptured, -4).zoom).toBe(1)
  expect(zoomed(asCaptured, 99).zoom).toBe(8)
})

test('a quarter turn moves what is right of the middle below it', () => {
  const quarter = turned(asCaptured, 6)
  expect(quarter.turn).toBe(90)
  const { x, y } = placeOf(quarter, print, 0, { x: 260, y: 200 })
  expect(x).toBeCloseTo(paneWidth / 2)
  expect(y).toBeGreaterThan(paneHeight / 2)
  expect(turned(asCaptured, -1).turn).toBe(345)
})

test('a print cannot be pushed out of sight, and contrast comes round again', () => {
  expect(shifted(asCaptured, 9_999, 0).shiftX).toBe(paneWidth / 2)
  let view = asCaptured
  for (let i = 0; i < 4; i++) view = nextContrast(view)
  expect(view).toEqual(asCaptured)
})
