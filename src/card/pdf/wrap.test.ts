// Wrap — lines stay in their width, words in their order, everything in its box.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLines, fitText, type Measure, wrapText } from './wrap.ts'

/** A face in which every letter is as wide as half the size. */
const measureAt =
  (size: number): Measure =>
  (text) =>
    Array.from(text).length * size * 0.5
const ten = measureAt(10)

const anyText = fc.stringMatching(/^[A-Za-z]{0,30}( [A-Za-z]{0,30}){0,8}$/)

test('a line breaks between words', () => {
  expect(wrapText('Nama lengkap pemohon', 65, ten)).toEqual(['Nama lengkap', 'pemohon'])
})

test('a word wider than the line breaks inside', () => {
  expect(wrapText('a ABCDEFGHIJ z', 20, ten)).toEqual(['a', 'ABCD', 'EFGH', 'IJ z'])
})

test('a no-break space holds a phone number together', () => {
  expect(wrapText('SMS 0822\u00a08046', 50, ten)).toEqual(['SMS', '0822\u00a08046'])
})

test('no line is wider than its place and no letter is lost', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 5, max: 200 }), (text, width) => {
      const lines = wrapText(text, width, ten)
      for (const line of lines) expect(ten(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})

test('a fitted text stays in its box, whole at full size where there is room', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 20, max: 200 }), (text, width) => {
      const box = { width, height: 26 }
      const { lines, size } = fitText(text, box, 10, 1.3, measureAt)
      expect(lines.length * size * 1.3).toBeLessThanOrEqual(box.height + 1e-9)
      for (const line of lines) expect(measureAt(size)(line)).toBeLessThanOrEqual(width + 1e-9)
    }),
  )
  expect(fitText('Nama', { width: 60, height: 13 }, 10, 1.3, measureAt)).toEqual({
    lines: ['Nama'],
    size: 10,
  })
})

test('what does not fit at any size ends in an ellipsis', () => {
  expect(cutLines(['satu dua', 'tiga'], 1, 40, ten)).toEqual(['satu du…'])
  const { lines } = fitText('kata '.repeat(400), { width: 40, height: 10 }, 10, 1.3, measureAt)
  expect(lines.at(-1)).toMatch(/…$/)
})

test('a long word shrinks before it is broken', () => {
  const { lines, size } = fitText('PRIORITAS-0017', { width: 40, height: 40 }, 10, 1.3, measureAt)
  expect(lines).toEqual(['PRIORITAS-0017'])
  expect(measureAt(size)('PRIORITAS-0017')).toBeLessThanOrEqual(40)
})
