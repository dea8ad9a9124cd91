// Work list — the waiting cases with their age, who has them, and what is asked for.

import { DataTable } from '#kit/web/data-table'
import { useNow } from '#kit/web/elapsed'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Stack } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import type { Tone } from '#kit/web/tones'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import type { AdjudicationRow } from './wire.ts'
import { filtersOf, isLike, type WorkFilter } from './work.ts'
import css from './work-list.module.css'

const showsAgeEveryMs = 30_000

export interface WorkListProps {
  readonly rows: readonly AdjudicationRow[]
  readonly filter: WorkFilter
  readonly onFilter: (filter: WorkFilter) => void
}

export function WorkList({ rows, filter, onFilter }: WorkListProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const nowMs = useNow(showsAgeEveryMs)
  const shown = rows.filter((row) => isLike(row, filter))
  return (
    <Stack tight>
      {rows.length > 0 && <Filters rows={rows} filter={filter} onFilter={onFilter} />}
      <DataTable
        name={words.list}
        rows={shown}
        rowKey={(row) => row.caseId}
        to={(row) => `/adjudikasi/${row.caseId}`}
        empty={
          rows.length === 0 ? (
            <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
          ) : (
            <EmptyState title={words.noneLikeThis}>
              {filter === 'free' && words.noneFree}
            </EmptyState>
          )
        }
        columns={[
          { key: 'reason', title: words.reasonTitle, value: (row) => words.reasons[row.reason] },
          {
            key: 'since',
            title: words.waiting,
            value: (row) => row.openedAtMs,
            show: (row) => (
              <time
                dateTime={new Date(row.openedAtMs).toISOString()}
                title={format.dateTime(row.openedAtMs)}
              >
                {format.span(nowMs - row.openedAtMs)}
              </time>
            ),
            tight: true,
          },
          { key: 'office', title: words.office, value: (row) => row.officeName },
          {
            key: 'state',
            title: words.state,
            value: (row) => stateOf(row, words).word,
            show: (row) => <StatusWord {...stateOf(row, words)} />,
          },
          {
            key: 'candidates',
            title: words.candidates,
            value: (row) => row.candidateCount,
            align: 'end',
          },
        ]}
      />
    </Stack>
  )
}

function stateOf(
  { claimed, standing, given, lacksExpert }: AdjudicationRow,
  { states }: Messages,
): { readonly tone: Tone; readonly word: string } {
  if (claimed?.own === true) return { tone: 'needs', word: states.own }
  if (claimed !== null) return { tone: 'calm', word: states.taken(claimed.name) }
  if (standing === 'disputed') return { tone: 'needs', word: states.disputed }
  if (lacksExpert) return { tone: 'needs', word: states.lacking }
  if (standing === 'second') return { tone: 'calm', word: given ? states.given : states.second }
  return { tone: 'calm', word: states.free }
}

function Filters({ rows, filter, onFilter }: WorkListProps) {
  const words = useWords({ id, en })
  return (
    <fieldset className={css.filters}>
      <legend className="visually-hidden">{words.filters}</legend>
      {filtersOf(rows).map((it) => (
        <button
          key={it}
          type="button"
          className={css.filter}
          aria-pressed={it === filter}
          onClick={() => onFilter(it)}
        >
          {words.filter[it]}
          <span className={css.count}>{rows.filter((row) => isLike(row, it)).length}</span>
        </button>
      ))}
    </fieldset>
  )
}
