// Typed digits — groups while typing, and where the caret goes.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grouped } from './format.tsx'
import { caretOf, digitsBefore } from './typed-digits.ts'

test('the caret stays after the digit that was typed', () => {
  // 1606|9957 becomes 1606 9|957 when a 9 is typed at the bar.
  expect(caretOf('1606 9995 7', digitsBefore('16069 9957', 5))).toBe(6)
  expect(caretOf('1606', digitsBefore('16-06', 5))).toBe(4)
  expect(caretOf('', 0)).toBe(0)
})

test('and never changes how many digits stand before it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9 ]{0,20}$/), fc.nat(20), (text, caret) => {
      const before = digitsBefore(text, caret)
      const shown = grouped(text.replace(/\D/g, ''))
      expect(digitsBefore(shown, caretOf(shown, before))).toBe(before)
    }),
  )
})
