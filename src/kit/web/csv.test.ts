// CSV — opens in a spreadsheet with every digit, and no formula of a stranger.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const lineOf = (cell: string | number | null) => csvOf(['x'], [[cell]]).split('\r\n')[1]

describe('a table leaves as CSV', () => {
  test('with a byte order mark, semicolons and CRLF', () => {
    expect(csvOf(['name', 'turn'], [['Siti', 7]])).toBe('\uFEFFname;turn\r\nSiti;7\r\n')
  })

  test.each([
    ['a;b', '"a;b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [null, ''],
    [7.5, '7,5'],
    [-3, '-3'],
  ])('%j is %s', (cell, text) => {
    expect(lineOf(cell as string)).toBe(text)
  })

  test('a long number keeps all its digits, in groups, because Excel would round it', () => {
    expect(lineOf('1606995708990001')).toBe('1606 9957 0899 0001')
    expect(lineOf('30759')).toBe('30759')
  })

  test.each(['=1+1', '+62811', '-x', '@sum', '\tx'])('%j is no formula', (cell) => {
    expect(lineOf(cell)?.replaceAll('"', '')).toMatch(/^'/)
  })
})

test('no cell can open another cell or row', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('"', ';', '\n', 'a', '=') })), (row) => {
      expect(readCsvRow(csvOf(row, []))).toHaveLength(Math.max(1, row.length))
    }),
  )
})

/** A reader written out anew, so that the writer is checked against something that is not itself. */
function readCsvRow(text: string): string[] {
  const cells = ['']
  let quoted = false
  for (const letter of text.slice(1, -2)) {
    if (letter === '"') quoted = !quoted
    else if (letter === ';' && !quoted) cells.push('')
    else if (letter === '\n' && !quoted) throw new Error('a second row')
    else cells[cells.length - 1] += letter
  }
  return cells
}
