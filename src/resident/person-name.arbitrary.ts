// Person name arbitraries — names of one word to many, up to the sixtieth letter.

import fc from 'fast-check'
import { type PersonName, personNameLettersMax } from './person-name.ts'

const word = fc
  .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZÉ'), { minLength: 1, maxLength: 14 })
  .map((letters) => letters.join(''))

const oldWord = fc.constantFrom("MA'RUF", 'M.', 'S.PD', 'ABDUL-RAHMAN', 'H.')

export const personName: fc.Arbitrary<PersonName> = fc
  .array(fc.oneof({ weight: 6, arbitrary: word }, { weight: 1, arbitrary: oldWord }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => words.join(' ').slice(0, personNameLettersMax).trim() as PersonName)
