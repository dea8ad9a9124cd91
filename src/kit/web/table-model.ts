// Table model — which rows a table shows, in which order, and which of them are in view.

import type { Cell } from './csv.ts'

export interface SortBy {
  readonly key: string
  readonly descending: boolean
}

export interface Valued<Row> {
  readonly key: string
  value(row: Row): Cell
}

/** Rows in which every typed word occurs somewhere; spaces within long numbers do not matter. */
export function searched<Row>(
  rows: readonly Row[],
  columns: readonly Valued<Row>[],
  text: string,
): readonly Row[] {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return rows
  const joined = /^[\d\s]+$/.test(text) ? text.replace(/\s/g, '') : undefined
  return rows.filter((row) => {
    const cells = columns.map((column) => String(column.value(row) ?? '').toLowerCase())
    if (joined !== undefined && cells.some((cell) => cell.replace(/\s/g, '').includes(joined))) {
      return true
    }
    return wanted.every((word) => cells.some((cell) => cell.includes(word)))
  })
}

/** In the order of one column; empty cells last either way, equal ones as they came. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Valued<Row>[],
  by: SortBy | undefined,
  locale: string,
): readonly Row[] {
  const column = columns.find(({ key }) => key === by?.key)
  if (by === undefined || column === undefined) return rows
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const sign = by.descending ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)]
    const [noX, noY] = [isEmpty(x), isEmpty(y)]
    if (noX || noY) return Number(noX) - Number(noY)
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y)
    return sign * collator.compare(String(x), String(y))
  })
}

function isEmpty(cell: Cell): boolean {
  return cell === null || cell === undefined || cell === ''
}

/** What a press on a column's heading means: up, down, then as it came. */
export function nextSort(by: SortBy | undefined, key: string): SortBy | undefined {
  if (by?.key !== key) return { key, descending: false }
  return by.descending ? undefined : { key, descending: true }
}

export interface Window {
  readonly first: number
  /** The row after the last one drawn. */
  readonly end: number
}

const rowsBeyondView = 8

/** The rows worth drawing of a long table, a few more than can be seen. */
export function windowOf(scrolledPx: number, viewPx: number, rowPx: number, count: number): Window {
  const top = Math.min(Math.max(0, scrolledPx), Math.max(0, count * rowPx - viewPx))
  const first = Math.max(0, Math.floor(top / rowPx) - rowsBeyondView)
  const end = Math.min(count, Math.ceil((top + viewPx) / rowPx) + rowsBeyondView)
  return { first, end }
}
