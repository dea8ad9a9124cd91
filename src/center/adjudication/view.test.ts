// View — zoom, turn, shift and contrast, each within its bounds.

import { expect, test } from 'vitest'
import { paneWidth } from '#finger/show'
import {
  asCaptured,
  contrasted,
  moved,
  shifted,
  turned,
  type View,
  zoomed,
  zoomStepsOf,
} from './view.ts'

test('zooming keeps what lies in the middle there, and ends at the whole print', () => {
  const aside = shifted(zoomed(asCaptured, 3), 50, -30)
  const closer = zoomed(aside, 1)
  const grown = closer.zoom / aside.zoom
  expect(closer.shiftX).toBeCloseTo(aside.shiftX * grown)
  expect(zoomed(asCaptured, -4).zoom).toBe(1)
  expect(zoomed(asCaptured, 99).zoom).toBe(8)
})

test('what lies under the pointer stays there, turned or not', () => {
  const spot = { x: 120, y: -80 }
  // In units of the print, from its middle: where the spot lies, seen from a shifted print.
  const under = (view: View) => (spot.x - view.shiftX) / view.zoom
  const before = shifted(zoomed(asCaptured, 4), 30, 10)
  expect(under(zoomed(before, 2, spot))).toBeCloseTo(under(before))
  expect(under(zoomed(before, -1.5, spot))).toBeCloseTo(under(before))
  expect(zoomed(asCaptured, zoomStepsOf(3)).zoom).toBeCloseTo(3)
})

test('a print cannot be pushed out of sight', () => {
  expect(shifted(asCaptured, 9_999, 0).shiftX).toBe(paneWidth / 2)
  expect(moved(asCaptured, 'left').shiftX).toBeLessThan(0)
  expect(moved(moved(asCaptured, 'up'), 'down')).toEqual(asCaptured)
  let far = asCaptured
  for (let i = 0; i < 99; i++) far = moved(far, 'right')
  expect(far.shiftX).toBe(paneWidth / 2)
})

test('contrast ends at the least and the most', () => {
  expect(contrasted(asCaptured, 1).contrast).toBeGreaterThan(1)
  expect(contrasted(contrasted(asCaptured, 1), -1)).toEqual(asCaptured)
  let view = asCaptured
  for (let i = 0; i < 9; i++) view = contrasted(view, 1)
  expect(contrasted(view, 1)).toEqual(view)
})

test('turning back from the start comes round', () => {
  expect(turned(asCaptured, 6).turn).toBe(90)
  expect(turned(asCaptured, -1).turn).toBe(345)
})
