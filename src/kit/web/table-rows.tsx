// Table rows — the table itself; past some hundred rows only those in view are drawn.

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { Cell } from './csv.ts'
import css from './data-table.module.css'
import { Link } from './router.tsx'
import { type Window, windowOf } from './table-model.ts'

const rowsDrawnWholeMax = 200
const rowPx = 52

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** What is searched, sorted and exported. */
  value(row: Row): Cell
  /** What is shown, where that is more than the value. */
  show?(row: Row): ReactNode
  /** Numbers stand at the end of their column. */
  readonly align?: 'end'
  /** Kept on one line. */
  readonly tight?: boolean
}

export interface RowsProps<Row> {
  /** The table's name: read out, and the name of the exported file. */
  readonly name: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  rowKey(row: Row): string
  /** Opens a row: its first cell becomes a link there … */
  to?(row: Row): string
  /** … or a button. */
  onOpen?(row: Row): void
  /** The row that is open beside the table. */
  readonly chosenKey?: string | undefined
}

type TableRowsProps<Row> = RowsProps<Row> & {
  /** The row of headings. */
  readonly children: ReactNode
}

export function TableRows<Row>(props: TableRowsProps<Row>) {
  const { name, rows, columns } = props
  const view = useRef<HTMLElement>(null)
  const isLong = rows.length > rowsDrawnWholeMax
  const { first, end } = useWindow(view, rows.length, isLong)
  return (
    <section
      ref={view}
      className={css.view}
      data-long={isLong}
      aria-label={name}
      // A region that scrolls must be reachable for those who scroll by key.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
    >
      <table aria-rowcount={rows.length + 1}>
        <thead>{props.children}</thead>
        <tbody>
          <Gap heightPx={first * rowPx} columns={columns.length} />
          {rows.slice(first, end).map((row, index) => (
            <RowShown key={props.rowKey(row)} table={props} row={row} index={first + index} />
          ))}
          <Gap heightPx={(rows.length - end) * rowPx} columns={columns.length} />
        </tbody>
      </table>
    </section>
  )
}

function useWindow(view: RefObject<HTMLElement | null>, count: number, isLong: boolean): Window {
  const [scroll, setScroll] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const element = view.current
    if (!isLong || element === null) return
    const read = () => setScroll({ top: element.scrollTop, height: element.clientHeight })
    read()
    element.addEventListener('scroll', read, { passive: true })
    return () => element.removeEventListener('scroll', read)
  }, [view, isLong])
  return isLong ? windowOf(scroll.top, scroll.height, rowPx, count) : { first: 0, end: count }
}

/** Stands for the rows that are not drawn. */
function Gap({ heightPx, columns }: { readonly heightPx: number; readonly columns: number }) {
  if (heightPx === 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: heightPx, padding: 0, border: 0 }} />
    </tr>
  )
}

interface RowShownProps<Row> {
  readonly table: RowsProps<Row>
  readonly row: Row
  readonly index: number
}

function RowShown<Row>({ table, row, index }: RowShownProps<Row>) {
  const isChosen = table.chosenKey !== undefined && table.chosenKey === table.rowKey(row)
  return (
    <tr aria-rowindex={index + 2} data-chosen={isChosen}>
      {table.columns.map((column, position) => (
        <td key={column.key} data-align={column.align} data-tight={column.tight}>
          {position === 0 ? (
            <Opening table={table} row={row}>
              <Shown column={column} row={row} />
            </Opening>
          ) : (
            <Shown column={column} row={row} />
          )}
        </td>
      ))}
    </tr>
  )
}

function Shown<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  return column.show === undefined ? column.value(row) : column.show(row)
}

interface OpeningProps<Row> {
  readonly table: RowsProps<Row>
  readonly row: Row
  readonly children: ReactNode
}

function Opening<Row>({ table, row, children }: OpeningProps<Row>) {
  if (table.to !== undefined) {
    return (
      <Link to={table.to(row)} className={css.opening}>
        {children}
      </Link>
    )
  }
  if (table.onOpen === undefined) return children
  return (
    <button type="button" className={css.opening} onClick={() => table.onOpen?.(row)}>
      {children}
    </button>
  )
}
