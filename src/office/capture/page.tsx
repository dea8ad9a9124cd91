// Capture page — who waits to be captured, and the operator's own fingers.

import { ActionLink } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { type Column, DataTable } from '#kit/web/data-table'
import { useNow } from '#kit/web/elapsed'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Page as KitPage } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import { OwnFingers } from './own-fingers.tsx'
import type { CaptureListReply } from './wire.ts'

const askEveryMs = 5_000
const ownPath = '/petugas/perekaman'

export function Page() {
  const words = useWords({ id, en }).list
  const asked = useAsk<CaptureListReply>('/api/captures', { everyMs: askEveryMs })
  const first = asked.data?.waiting[0]
  return (
    <KitPage
      title={words.title}
      lead={words.lead}
      actions={
        first && (
          <ActionLink to={`${ownPath}/${first.caseId}`} size="large">
            {words.open(first.ticket)}
          </ActionLink>
        )
      }
    >
      {asked.data?.officeEnrolled === false && (
        <Notice tone="needs" title={words.notEnrolled}>
          {words.notEnrolledHelp}
        </Notice>
      )}
      <Loaded of={asked}>{({ waiting }) => <Waiting waiting={waiting} />}</Loaded>
      <OwnFingers />
    </KitPage>
  )
}

type WaitingRow = CaptureListReply['waiting'][number]

function Waiting({ waiting }: { readonly waiting: readonly WaitingRow[] }) {
  const words = useWords({ id, en }).list
  return (
    <DataTable
      name={words.table}
      rows={waiting}
      columns={useColumns()}
      rowKey={(row) => row.caseId}
      to={(row) => `${ownPath}/${row.caseId}`}
      empty={<EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>}
    />
  )
}

const everyMinuteMs = 15_000

function useColumns(): readonly Column<WaitingRow>[] {
  const words = useWords({ id, en }).list
  const format = useFormat()
  const nowMs = useNow(everyMinuteMs)
  const stepOf = (row: WaitingRow) =>
    words.steps[row.waitingAt as keyof Messages['list']['steps']] ?? row.waitingAt
  return [
    { key: 'ticket', title: words.ticket, value: (row) => row.ticket, tight: true },
    { key: 'name', title: words.name, value: (row) => row.name },
    { key: 'step', title: words.step, value: stepOf, tight: true },
    {
      key: 'since',
      title: words.since,
      value: (row) => row.sinceMs,
      show: (row) => format.span(nowMs - row.sinceMs),
      tight: true,
    },
    {
      key: 'operator',
      title: words.operator,
      value: (row) => row.operatorName ?? words.nobody,
    },
  ]
}
