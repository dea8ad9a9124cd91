// Pair drawing — where points of two prints lie in the drawing, and what is drawn of their pairs.

import { expect, test } from 'vitest'
import {
  isShown,
  type Look,
  leftOf,
  pairDrawing,
  paneHeight,
  paneWidth,
  placeOf,
  type ShownMinutia,
  transformOf,
  wholePrint,
} from './pair-drawing.ts'

const print = { width: 320, height: 400 }
const middle = { x: 160, y: 200 }
const close: Look = { ...wholePrint, zoom: 3 }
const quarter: Look = { ...wholePrint, turn: 90 }

test('the middle of a print lies in the middle of its own pane', () => {
  expect(placeOf(wholePrint, print, 0, middle)).toEqual({ x: paneWidth / 2, y: paneHeight / 2 })
  expect(placeOf(wholePrint, print, 1, middle).x).toBe(leftOf(1) + paneWidth / 2)
})

test('unzoomed, the whole print is shown', () => {
  for (const x of [0, 320]) {
    for (const y of [0, 400]) {
      expect(isShown(placeOf(wholePrint, print, 0, { x, y }), 0)).toBe(true)
    }
  }
  expect(isShown(placeOf(close, print, 0, { x: 0, y: 0 }), 0)).toBe(false)
})

test('a quarter turn moves what is right of the middle below it, as the transform says', () => {
  const { x, y } = placeOf(quarter, print, 0, { x: 260, y: 200 })
  expect(x).toBeCloseTo(paneWidth / 2)
  expect(y).toBeCloseTo(paneHeight / 2 + 100 * 1.4)
  expect(transformOf(quarter, print, 0)).toBe(
    'translate(240 280) rotate(90) scale(1.4) translate(-160 -200)',
  )
})

const minutia = (x: number, y: number, direction = 0, kind = 'ending'): ShownMinutia => ({
  x,
  y,
  direction,
  kind,
})
const a = { ...print, minutiae: [minutia(160, 200), minutia(2, 2), minutia(200, 200)] }
const b = { ...print, minutiae: [minutia(160, 200, 64, 'bifurcation'), minutia(2, 2)] }

test('a line joins the marks of a pair, and a mark points the way of its minutia', () => {
  const { marks, lines } = pairDrawing(wholePrint, [a, b], [[0, 0]])
  expect(marks[0]).toHaveLength(3)
  expect(marks[0].map((it) => it.isPaired)).toEqual([true, false, false])
  const [line] = lines
  expect(line).toEqual({ from: marks[0][0], to: marks[1][0] })
  const { from, to } = line!
  expect([from.tip.x > from.x, from.tip.y]).toEqual([true, from.y])
  expect(to.tip.x).toBeCloseTo(to.x)
  expect(to.tip.y).toBeLessThan(to.y)
  expect([from.isFork, to.isFork]).toEqual([false, true])
})

test('a turned print turns its marks too', () => {
  const [from] = pairDrawing(quarter, [a, b], [])!.marks[0]
  expect(from!.tip.x).toBeCloseTo(from!.x)
  expect(from!.tip.y).toBeGreaterThan(from!.y)
})

test('what lies outside of its pane has no mark, and no line leads there', () => {
  const { marks, lines } = pairDrawing(
    close,
    [a, b],
    [
      [0, 0],
      [1, 1],
      [7, 0],
    ],
  )
  expect(marks[0].map((it) => it.minutia)).toEqual([0, 2])
  expect(lines).toHaveLength(1)
})
