// Matchers — each machine that holds part of the gallery: whether it is there, how far, and its load.

import { type Column, DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { type Format, useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { StatusWord } from '#kit/web/status-word'
import { bytesShown, timeShown } from './amounts.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { MatcherRow } from './wire.ts'

export function Matchers({ rows }: { readonly rows: readonly MatcherRow[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const columns = useColumns()
  return (
    <section>
      <h2 className={css.heading}>{words.matchersTitle}</h2>
      <DataTable
        name={words.matchersTitle}
        rows={rows}
        rowKey={(row) => row.matcher}
        empty={<EmptyState title={words.matchersNone} />}
        columns={[...columns, ...loadColumns(words, format), ...sizeColumns(words, format)]}
      />
    </section>
  )
}

function useColumns(): readonly Column<MatcherRow>[] {
  const words = useWords({ id, en })
  const format = useFormat()
  const seen = ({ isThere, seenForMs }: MatcherRow) =>
    isThere ? words.there : words.notSeen(format.span(seenForMs))
  return [
    { key: 'matcher', title: words.matcher, value: (row) => row.matcher, tight: true },
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
    {
      key: 'lag',
      title: words.lag,
      value: (row) => row.lag,
      show: (row) => format.number(row.lag),
      align: 'end',
    },
  ]
}

function loadColumns(words: typeof id, format: Format): readonly Column<MatcherRow>[] {
  const counted = (key: string, title: string, of: (row: MatcherRow) => number) => ({
    ...{ key, title, value: of, align: 'end' as const },
    show: (row: MatcherRow) => format.number(of(row)),
  })
  const timed = (key: string, title: string, of: (row: MatcherRow) => number | null) => ({
    ...{ key, title, align: 'end' as const, tight: true },
    value: (row: MatcherRow) => of(row) ?? '',
    show: (row: MatcherRow) => {
      const ms = of(row)
      return ms === null ? '–' : timeShown(format, ms)
    },
  })
  return [
    counted('in-hand', words.inHand, (row) => row.load.inHand),
    counted('minute', words.searchesPerMinute, (row) => row.load.searches.lastMinute),
    timed('median', words.median, (row) => row.load.searches.medianMs),
    timed('slowest', words.slowest, (row) => row.load.searches.slowestMs),
    counted('refused', words.refused, (row) => row.load.refused),
  ]
}

function sizeColumns(words: typeof id, format: Format): readonly Column<MatcherRow>[] {
  return [
    { key: 'map', title: words.map, value: (row) => row.mapVersion, align: 'end' },
    {
      key: 'people',
      title: words.people,
      value: (row) => row.people,
      show: (row) => format.number(row.people),
      align: 'end',
    },
    {
      key: 'bytes',
      title: words.processMemory,
      value: (row) => row.load.residentBytes,
      show: (row) => bytesShown(format, row.load.residentBytes),
      align: 'end',
      tight: true,
    },
  ]
}
