// Sample area tests — a made-up number is known as one, and only where that is asked for.

import { expect, test } from 'vitest'
import type { Nik } from './nik.ts'
import { areaOfNik } from './nik-area.ts'
import { isSampleNik, withSampleArea } from './sample-area.ts'
import { tungkalJayaTables } from './tungkal-jaya.ts'

const sample = '1606990101010001' as Nik

test('a demonstration does not doubt its own numbers', () => {
  expect(areaOfNik(sample, tungkalJayaTables).known).toBe('never')
  expect(areaOfNik(sample, withSampleArea(tungkalJayaTables))).toMatchObject({ name: 'CONTOH' })
  expect(areaOfNik('1606120101010001' as Nik, withSampleArea(tungkalJayaTables)).known).toBe(
    'today',
  )
})

test.each([
  ['1606990101010001', true],
  ['1606120101010001', false],
  ['1606980101010001', false],
])('%s is made up: %s', (nik, madeUp) => {
  expect(isSampleNik(nik as Nik)).toBe(madeUp)
})
