// Register table — complaints by the day they are due, filtered by what still has to be done.

import { useState } from 'react'
import { type Column, DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { ChoiceField } from '#kit/web/fields'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Stack } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import { serviceStandard } from '#standard'
import css from './complaints.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import type { ComplaintRow, ComplaintsReply } from './wire.ts'

type Filter = keyof Messages['filters']
const filters: readonly Filter[] = ['waiting', 'late', 'closed', 'all']

export interface RegisterProps {
  readonly reply: ComplaintsReply
  readonly chosenKey: string | undefined
  readonly onOpen: (row: ComplaintRow) => void
}

export function Register({ reply, chosenKey, onOpen }: RegisterProps) {
  const words = useWords({ id, en })
  const columns = useColumns()
  const [filter, setFilter] = useState<Filter>('waiting')
  const rows = reply.complaints.filter((row) => isIn(filter, row))
  if (reply.complaints.length === 0) {
    return <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
  }
  return (
    <Stack tight>
      <ChoiceField
        label={words.show}
        choices={filters.map((value) => ({ value, title: words.filters[value] }))}
        unchosen={words.filters.all}
        value={filter === 'all' ? '' : filter}
        onChange={(value) => setFilter(value === '' ? 'all' : value)}
      />
      <DataTable
        name={words.list}
        rows={rows}
        columns={columns}
        rowKey={({ complaintId }) => complaintId}
        onOpen={onOpen}
        chosenKey={chosenKey}
        empty={<EmptyState title={words.noneHere} />}
      />
    </Stack>
  )
}

function isIn(filter: Filter, { state, late }: ComplaintRow): boolean {
  switch (filter) {
    case 'waiting':
      return state !== 'closed'
    case 'late':
      return late
    case 'closed':
      return state === 'closed'
    case 'all':
      return true
  }
}

function useColumns(): readonly Column<ComplaintRow>[] {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  return [
    { key: 'number', title: words.number, value: ({ number }) => number, tight: true },
    {
      key: 'subject',
      title: words.subject,
      value: (row) => `${subjectName(row.subject, language)}: ${row.excerpt}`,
      show: (row) => <SubjectCell row={row} />,
    },
    {
      key: 'state',
      title: words.state,
      value: (row) => stateOfRow(row, words).word,
      show: (row) => <StatusWord {...stateOfRow(row, words)} />,
    },
    {
      key: 'dueOn',
      title: words.dueOn,
      value: ({ dueOn }) => dueOn,
      show: ({ dueOn }) => format.date(dueOn),
      tight: true,
    },
  ]
}

function SubjectCell({ row }: { readonly row: ComplaintRow }) {
  const words = useWords({ id, en })
  const language = useLanguage()
  return (
    <>
      <strong>{subjectName(row.subject, language)}</strong>
      <span className={css.small}>
        {[words.channels[row.channel], ...(row.leaderOnly ? [words.leaderOnly] : [])].join(' · ')}
      </span>
      <span className={css.excerpt}>{row.excerpt}</span>
    </>
  )
}

export function subjectName(subject: ComplaintRow['subject'], language: 'id' | 'en'): string {
  const found = serviceStandard.complaints.subjects.find((it) => it.id === subject)
  return found?.text[language] ?? subject
}

export function stateOfRow({ state, late }: Pick<ComplaintRow, 'state' | 'late'>, words: Messages) {
  if (late) return { tone: 'refusal', word: words.late } as const
  if (state === 'closed') return { tone: 'done', word: words.states.closed } as const
  if (state === 'answered') return { tone: 'calm', word: words.states.answered } as const
  return { tone: 'needs', word: words.states.open } as const
}
