// Birth place tests — towns at home and abroad.

import { expect, test } from 'vitest'
import { parseBirthPlace } from './birth-place.ts'

test.each([
  ['Sekayu', 'SEKAYU'],
  ['Kab. Musi Banyuasin', 'KAB. MUSI BANYUASIN'],
  ['’s-Hertogenbosch', "'S-HERTOGENBOSCH"],
  ['東京', '東京'],
  ['𠮷'.repeat(60), '𠮷'.repeat(60)],
  ['A'.repeat(60), 'A'.repeat(60)],
])('%s is read', (text, place) => {
  expect(parseBirthPlace(text)).toEqual({ ok: true, value: place })
})

test.each([
  ['A'.repeat(61), { code: 'birth-place.length', length: 61, lengthMax: 60 }],
  ['', { code: 'birth-place.length', length: 0, lengthMax: 60 }],
  ['Desa 7', { code: 'birth-place.not-a-letter', written: '7' }],
  ['--', { code: 'birth-place.not-a-letter', written: '-' }],
])('%s is a slip', (text, issue) => {
  expect(parseBirthPlace(text)).toEqual({ ok: false, issue })
})
