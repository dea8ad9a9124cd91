// Voice test — numbers as they are said aloud, each once.

import { expect, test } from 'vitest'
import { newCalls, numberWords, spokenCall } from './voice.ts'

test('a number is said in words, as one says it', () => {
  const words: [number, string, string][] = [
    [1, 'satu', 'one'],
    [10, 'sepuluh', 'ten'],
    [11, 'sebelas', 'eleven'],
    [17, 'tujuh belas', 'seventeen'],
    [20, 'dua puluh', 'twenty'],
    [45, 'empat puluh lima', 'forty five'],
    [100, 'seratus', 'one hundred'],
    [111, 'seratus sebelas', 'one hundred eleven'],
    [230, 'dua ratus tiga puluh', 'two hundred thirty'],
    [1_004, 'seribu empat', 'one thousand four'],
    [2_017, 'dua ribu tujuh belas', 'two thousand seventeen'],
  ]
  for (const [number, id, en] of words) {
    expect(numberWords(number, 'id')).toBe(id)
    expect(numberWords(number, 'en')).toBe(en)
  }
})

test('a call names lane, number and place', () => {
  expect(spokenCall('A-017', 'Loket I', 'id')).toBe(
    'Nomor antrean, A, tujuh belas. Silakan ke Loket satu.',
  )
  expect(spokenCall('B-004', 'Loket I', 'en')).toBe('Number B, four. Please come to Loket one.')
})

test('what was said is not said again, until it is called again', () => {
  const calling = [
    { number: 'A-002', announcedAtMs: 20 },
    { number: 'A-001', announcedAtMs: 10 },
  ]
  expect(newCalls(calling, 0).map((it) => it.number)).toEqual(['A-001', 'A-002'])
  expect(newCalls(calling, 20)).toEqual([])
  expect(newCalls([{ number: 'A-001', announcedAtMs: 21 }], 20)).toHaveLength(1)
})
