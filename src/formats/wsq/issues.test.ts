// Issues tests — each slip is told in both languages, with its facts.

import { expect, test } from 'vitest'
import { wordsOf } from '#kit/issue-words'
import { wsqWords } from './index.ts'

test('a slip is told in words', () => {
  const words = wordsOf(wsqWords)
  const issue = { code: 'wsq.too-large', widthPx: 4_001, heightPx: 3 }
  expect(words(issue, 'id')).toBe('Gambar WSQ terlalu besar: 4001 × 3 piksel.')
  expect(words(issue, 'en')).toBe('The WSQ picture is too large: 4001 × 3 pixels.')
  for (const { id, en } of Object.values(wsqWords)) expect(id({})).not.toBe(en({}))
})
