// View — zoom, turn, shift and contrast, each within its bounds.

import { expect, test } from 'vitest'
import { paneWidth } from '#finger/show'
import { asCaptured, nextContrast, shifted, turned, zoomed } from './view.ts'

test('zooming keeps what lies in the middle there, and ends at the whole print', () => {
  const aside = shifted(zoomed(asCaptured, 3), 50, -30)
  const closer = zoomed(aside, 1)
  const grown = closer.zoom / aside.zoom
  expect(closer.shiftX).toBeCloseTo(aside.shiftX * grown)
  expect(zoomed(asCaptured, -4).zoom).toBe(1)
  expect(zoomed(asCaptured, 99).zoom).toBe(8)
})

test('a print cannot be pushed out of sight, and contrast comes round again', () => {
  expect(shifted(asCaptured, 9_999, 0).shiftX).toBe(paneWidth / 2)
  let view = asCaptured
  for (let i = 0; i < 4; i++) view = nextContrast(view)
  expect(view).toEqual(asCaptured)
})

test('turning back from the start comes round', () => {
  expect(turned(asCaptured, 6).turn).toBe(90)
  expect(turned(asCaptured, -1).turn).toBe(345)
})
