// Data table — rows, order and search as they are drawn.

import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type Column, DataTable } from './data-table.tsx'

interface Turn {
  readonly number: number
}

const columns: readonly Column<Turn>[] = [
  { key: 'number', title: 'Number', value: (turn) => turn.number },
]
const turns = (count: number) => Array.from({ length: count }, (_, number) => ({ number }))

function tableOf(count: number): string {
  return renderToStaticMarkup(
    <DataTable
      name="Turns"
      rows={turns(count)}
      columns={columns}
      rowKey={({ number }) => String(number)}
      onOpen={() => {}}
    />,
  )
}

const rowsDrawn = (html: string) => html.match(/aria-rowindex=/g)?.length ?? 0

describe('a table', () => {
  test('draws all of a short list, and says how long it is', () => {
    const html = tableOf(200)
    expect(rowsDrawn(html)).toBe(200)
    expect(html).toContain('aria-rowcount="201"')
  })

  test('draws a long list in part, yet still says how long it is', () => {
    const html = tableOf(5_000)
    expect(rowsDrawn(html)).toBeLessThan(60)
    expect(html).toContain('aria-rowcount="5001"')
    expect(html).toContain('aria-rowindex="2"')
  })

  test('that is empty says so instead of showing headings over nothing', () => {
    const html = tableOf(0)
    expect(html).not.toContain('<table')
    expect(html).toContain('Belum ada isi.')
  })

  test('opens a row by its first cell', () => {
    expect(tableOf(1)).toMatch(/<td[^>]*><button[^>]*>0<\/button><\/td>/)
  })
})
