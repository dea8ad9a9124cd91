// Act test — nothing of the office is written into the record of acts but by a name that has words.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const office = join(import.meta.dirname, '..')

test('every act goes through the list that the words are complete for', () => {
  const files = readdirSync(office, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .filter((file) => file !== join('log', 'act.ts'))
  const around = files.filter((file) =>
    /import \{[^}]*\brecordAct\b[^}]*\} from '#staff\/audit'/.test(
      readFileSync(join(office, file), 'utf8'),
    ),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(around).toEqual([])
})
