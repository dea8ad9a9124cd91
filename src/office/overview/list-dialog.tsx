// List dialog — the list behind a figure: cases, visits or returns; searched, sorted, taken away.

import { useAsk } from '#kit/web/api'
import { type Column, DataTable } from '#kit/web/data-table'
import { Dialog } from '#kit/web/dialog'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { serviceStandard } from '#standard'
import type { Opens } from './attention.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { aboutOf } from './return-bars.tsx'
import type { CasesReply, ReturnsReply, VisitsReply } from './wire.ts'

export interface ListDialogProps {
  readonly opened: Opens | undefined
  readonly onClose: () => void
}

export function ListDialog({ opened, onClose }: ListDialogProps) {
  const words = useWords({ id, en })
  const list = opened !== undefined && 'list' in opened ? opened : undefined
  const title =
    list?.list === 'cases'
      ? words.casesAt(list.at)
      : list?.list === 'visits'
        ? words.visits
        : words.returnsList
  return (
    <Dialog opened={list !== undefined} title={title} onClose={onClose} width="wide">
      {list?.list === 'cases' && <Cases at={list.at} />}
      {list?.list === 'visits' && <Visits span={list.span} />}
      {list?.list === 'returns' && <Returns />}
    </Dialog>
  )
}

function Cases({ at }: { readonly at: string }) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const cases = useAsk<CasesReply>(`/api/overview/cases?at=${at}`)
  type Row = CasesReply['cases'][number]
  const serviceOf = ({ serviceType }: Row) =>
    serviceStandard.services.find((it) => it.type === serviceType)?.name[language] ?? serviceType
  return (
    <Loaded of={cases} waiting={{ shape: 'rows', count: 5 }}>
      {(reply) => {
        const columns: Column<Row>[] = [
          { key: 'ticket', title: words.columns.ticket, value: (row) => row.ticket, tight: true },
          { key: 'service', title: words.columns.service, value: serviceOf },
          {
            key: 'since',
            title: words.columns.since,
            value: (row) => reply.nowMs - row.sinceMs,
            show: (row) => format.span(reply.nowMs - row.sinceMs),
          },
          {
            key: 'at',
            title: words.columns.sinceAt,
            value: (row) => format.dateTime(row.sinceMs),
          },
        ]
        return (
          <DataTable
            name={words.casesAt(at)}
            rows={reply.cases}
            columns={columns}
            rowKey={(row) => row.caseId}
          />
        )
      }}
    </Loaded>
  )
}

function Visits({ span }: { readonly span: 'today' | 'month' }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const visits = useAsk<VisitsReply>(`/api/overview/visits?span=${span}`)
  const columns: Column<VisitsReply['visits'][number]>[] = [
    { key: 'ticket', title: words.columns.ticket, value: (row) => row.ticket, tight: true },
    {
      key: 'counter',
      title: words.columns.counter,
      value: (row) => row.counterMs,
      show: (row) => format.span(row.counterMs),
    },
    {
      key: 'called',
      title: words.columns.calledAt,
      value: (row) => row.calledAtMs,
      show: (row) => format.dateTime(row.calledAtMs),
    },
  ]
  return (
    <Loaded of={visits} waiting={{ shape: 'rows', count: 5 }}>
      {(reply) => (
        <DataTable
          name={words.visits}
          rows={reply.visits}
          columns={columns}
          rowKey={(row) => row.caseId}
        />
      )}
    </Loaded>
  )
}

function Returns() {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const returns = useAsk<ReturnsReply>('/api/overview/returns')
  const columns: Column<ReturnsReply['returns'][number]>[] = [
    { key: 'ticket', title: words.columns.ticket, value: (row) => row.ticket, tight: true },
    { key: 'by', title: words.columns.by, value: (row) => words.returnedBy[row.by] },
    {
      key: 'about',
      title: words.columns.about,
      value: (row) =>
        row.by === 'village' ? words.byVillage : aboutOf(row.requirementId, language, words),
    },
    { key: 'reason', title: words.columns.reason, value: (row) => row.reason },
    {
      key: 'at',
      title: words.columns.at,
      value: (row) => row.atMs,
      show: (row) => format.dateTime(row.atMs),
    },
  ]
  return (
    <Loaded of={returns} waiting={{ shape: 'rows', count: 5 }}>
      {(reply) => (
        <DataTable
          name={words.returnsList}
          rows={reply.returns}
          columns={columns}
          rowKey={(row) => `${row.caseId} ${row.atMs}`}
        />
      )}
    </Loaded>
  )
}
