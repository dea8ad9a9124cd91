// Columns — figures in the gallery's tables: counts, and what memory they take.

import type { Column } from '#kit/web/data-table'
import type { Format } from '#kit/web/format'
import { bytesShown } from './amounts.ts'

export function countColumn<Row>(
  format: Format,
  key: string,
  title: string,
  of: (row: Row) => number,
): Column<Row> {
  return { ...{ key, title, value: of, align: 'end' }, show: (row) => format.number(of(row)) }
}

export function bytesColumn<Row>(
  format: Format,
  title: string,
  of: (row: Row) => number,
): Column<Row> {
  const show = (row: Row) => bytesShown(format, of(row))
  return { ...{ key: 'bytes', title, value: of, align: 'end', tight: true }, show }
}
