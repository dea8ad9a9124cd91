// Data table — rows that can be searched, sorted, opened and taken away as CSV; long ones drawn in part.

import { IconArrowDown, IconArrowUp, IconDownload, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { ActionButton } from './action-button.tsx'
import { csvOf } from './csv.ts'
import css from './data-table.module.css'
import { EmptyState } from './empty-state.tsx'
import { useLanguage, useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { saveFile } from './save-file.ts'
import { nextSort, type SortBy, searched, sorted } from './table-model.ts'
import { type Column, type RowsProps, TableRows } from './table-rows.tsx'

export type { Column } from './table-rows.tsx'

export interface DataTableProps<Row> extends RowsProps<Row> {
  readonly sortBy?: SortBy
  /** Stands in place of an empty table. */
  readonly empty?: ReactNode
  readonly search?: boolean
  readonly csv?: boolean
  /** Beside the search: filters, a main act. */
  readonly tools?: ReactNode
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns } = props
  const words = useWords({ id, en })
  const language = useLanguage()
  const [text, setText] = useState('')
  const [by, setBy] = useState(props.sortBy)
  const shown = useMemo(
    () => sorted(searched(rows, columns, text), columns, by, language),
    [rows, columns, text, by, language],
  )
  if (rows.length === 0) return props.empty ?? <EmptyState title={words.nothingYet} />
  return (
    <div className={css.table}>
      <TableTools {...props} text={text} onText={setText} shown={shown} />
      {shown.length === 0 ? (
        <EmptyState title={words.nothingFound(text)} />
      ) : (
        <TableRows {...props} rows={shown}>
          <tr>
            {columns.map((column) => (
              <Heading
                key={column.key}
                column={column}
                by={by}
                onSort={() => setBy(nextSort(by, column.key))}
              />
            ))}
          </tr>
        </TableRows>
      )}
    </div>
  )
}

interface TableToolsProps<Row> extends DataTableProps<Row> {
  readonly text: string
  readonly onText: (text: string) => void
  readonly shown: readonly Row[]
}

function TableTools<Row>(props: TableToolsProps<Row>) {
  const { name, columns, rows, shown, text, search = true, csv = true } = props
  const words = useWords({ id, en })
  const save = () => {
    const titles = columns.map(({ title }) => title)
    const cells = shown.map((row) => columns.map((column) => column.value(row)))
    saveFile(`${name}.csv`, csvOf(titles, cells), 'text/csv;charset=utf-8')
  }
  return (
    <div className={css.tools} data-no-print="">
      {search && (
        <span className={css.search}>
          <IconSearch size={18} stroke={1.75} aria-hidden="true" />
          <input
            type="search"
            value={text}
            placeholder={words.search}
            aria-label={words.searchIn(name)}
            onChange={(event) => props.onText(event.currentTarget.value)}
          />
        </span>
      )}
      {props.tools}
      <span className={css.count} role="status">
        {words.rows(shown.length, rows.length)}
      </span>
      {csv && (
        <ActionButton
          look="quiet"
          onAct={save}
          icon={<IconDownload size={18} stroke={1.75} aria-hidden="true" />}
        >
          {words.exportCsv}
        </ActionButton>
      )}
    </div>
  )
}

interface HeadingProps<Row> {
  readonly column: Column<Row>
  readonly by: SortBy | undefined
  readonly onSort: () => void
}

function Heading<Row>({ column, by, onSort }: HeadingProps<Row>) {
  const words = useWords({ id, en })
  const isSorted = by?.key === column.key
  const order = !isSorted ? 'none' : by.descending ? 'descending' : 'ascending'
  const Arrow = order === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" aria-sort={order} data-align={column.align}>
      <button type="button" onClick={onSort} title={words.sortBy(column.title)}>
        {column.title}
        <Arrow size={14} stroke={2} aria-hidden="true" data-sorted={isSorted} />
      </button>
    </th>
  )
}
