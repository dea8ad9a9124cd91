// Refused — what never came in: by the office in whose name it came, and why.

import { DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { RefusedRow } from './wire.ts'

export function Refused({ rows }: { readonly rows: readonly RefusedRow[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const officeOf = (row: RefusedRow) => row.officeName ?? words.unknownOffice
  return (
    <section>
      <h2 className={css.heading}>{words.refusedTitle}</h2>
      <DataTable
        name={words.refusedTitle}
        rows={rows}
        rowKey={(row) => `${row.officeName} ${row.problem.code}`}
        empty={<EmptyState title={words.refusedNone}>{words.refusedHelp}</EmptyState>}
        columns={[
          {
            key: 'why',
            title: words.why,
            value: (row) => row.problem.message,
            show: (row) => <div className={css.sentence}>{row.problem.message}</div>,
          },
          { key: 'office', title: words.inNameOf, value: officeOf },
          { key: 'count', title: words.times, value: (row) => row.count, align: 'end' },
          {
            key: 'last',
            title: words.lastTime,
            value: (row) => row.lastAtMs,
            show: (row) => format.dateTime(row.lastAtMs),
          },
        ]}
      />
    </section>
  )
}
