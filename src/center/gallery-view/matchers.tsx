// Matchers — each machine that holds part of the gallery: whether it is there and how far, and its load.

import { type Column, DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { StatusWord } from '#kit/web/status-word'
import { timeShown } from './amounts.ts'
import { bytesColumn, countColumn } from './columns.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { MatcherRow } from './wire.ts'

export function Matchers({ rows }: { readonly rows: readonly MatcherRow[] }) {
  const words = useWords({ id, en })
  const state = useStateColumns()
  const load = useLoadColumns()
  return (
    <>
      <Machines title={words.matchersTitle} rows={rows} columns={state} />
      <Machines title={words.loadTitle} rows={rows} columns={load} />
    </>
  )
}

function Machines({
  title,
  rows,
  columns,
}: {
  readonly title: string
  readonly rows: readonly MatcherRow[]
  readonly columns: readonly Column<MatcherRow>[]
}) {
  const words = useWords({ id, en })
  return (
    <section>
      <h2 className={css.heading}>{title}</h2>
      <DataTable
        name={title}
        rows={rows}
        rowKey={(row) => row.matcher}
        empty={<EmptyState title={words.matchersNone} />}
        columns={[
          { key: 'matcher', title: words.matcher, value: (row) => row.matcher, tight: true },
          ...columns,
        ]}
      />
    </section>
  )
}

function useStateColumns(): readonly Column<MatcherRow>[] {
  const words = useWords({ id, en })
  const format = useFormat()
  const seen = ({ isThere, seenForMs }: MatcherRow) =>
    isThere ? words.there : words.notSeen(format.span(seenForMs))
  return [
    {
      key: 'seen',
      title: words.seen,
      value: seen,
      show: (row) => (
        <>
          <StatusWord tone={row.isThere ? 'done' : 'refusal'} word={seen(row)} />
          {row.isThere && row.isOtherVersion && (
            <StatusWord tone="needs" word={words.otherVersion} />
          )}
        </>
      ),
      tight: true,
    },
    {
      key: 'held',
      title: words.copiesHeld,
      value: (row) => row.heldCount,
      show: (row) => words.ofAll(format.number(row.heldCount), format.number(row.copyCount)),
      align: 'end',
      tight: true,
    },
    countColumn(format, 'lag', words.lag, (row) => row.lag),
    { key: 'map', title: words.map, value: (row) => row.mapVersion, align: 'end' },
    countColumn(format, 'people', words.people, (row) => row.people),
    bytesColumn(format, words.processMemory, (row) => row.load.residentBytes),
  ]
}

function useLoadColumns(): readonly Column<MatcherRow>[] {
  const words = useWords({ id, en })
  const format = useFormat()
  const timed = (key: string, title: string, of: (row: MatcherRow) => number | null) => ({
    ...{ key, title, align: 'end' as const, tight: true },
    value: (row: MatcherRow) => of(row) ?? '',
    show: (row: MatcherRow) => {
      const ms = of(row)
      return ms === null ? '–' : timeShown(format, ms)
    },
  })
  return [
    countColumn(format, 'in-hand', words.inHand, (row) => row.load.inHand),
    countColumn(format, 'minute', words.searchesPerMinute, (row) => row.load.searches.lastMinute),
    timed('median', words.median, (row) => row.load.searches.medianMs),
    timed('slowest', words.slowest, (row) => row.load.searches.slowestMs),
    countColumn(format, 'refused', words.refused, (row) => row.load.refused),
  ]
}
