// Adjudication page — what waits for an expert, oldest first.

import { ActionButton } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as PageFrame, Stack } from '#kit/web/page'
import { useAddress, useGo } from '#kit/web/router'
import { useSession } from '#kit/web/session'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { AdjudicationRow, AdjudicationsReply, ClaimReply } from './wire.ts'

const path = '/api/adjudications'
const asksEveryMs = 10_000

export function Page() {
  const words = useWords({ id, en })
  const go = useGo()
  const isSaved = useAddress().search.has('putusan')
  const waiting = useAsk<AdjudicationsReply>(path, { everyMs: asksEveryMs })
  const isExpert = useSession().data?.account?.role === 'adjudicator'
  const take = useAct<ClaimReply, string>({
    path: (caseId) => `${path}/${caseId}/claim`,
    body: () => undefined,
    refreshes: [path],
    onDone: (_, caseId) => go(`/adjudikasi/${caseId}`),
  })
  const oldest = waiting.data?.waiting.find((row) => row.claimed === null || row.claimed.own)
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={
        isExpert &&
        oldest && (
          <ActionButton shortcut="A" busy={take.isPending} onAct={() => take.mutate(oldest.caseId)}>
            {words.takeNext}
          </ActionButton>
        )
      }
    >
      <Stack>
        {isSaved && (
          <Notice tone="done" takesFocus>
            {words.saved}
          </Notice>
        )}
        {take.error !== null && <IssueNotice issue={take.error} takesFocus />}
        <Loaded of={waiting} waiting={{ shape: 'rows', count: 6 }}>
          {(reply) => <Waiting rows={reply.waiting} />}
        </Loaded>
      </Stack>
    </PageFrame>
  )
}

function Waiting({ rows }: { readonly rows: readonly AdjudicationRow[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const takenBy = ({ claimed }: AdjudicationRow) =>
    claimed === null ? words.nobody : claimed.own ? words.byYou : claimed.name
  return (
    <DataTable
      name={words.list}
      rows={rows}
      rowKey={(row) => row.caseId}
      to={(row) => `/adjudikasi/${row.caseId}`}
      empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
      columns={[
        { key: 'reason', title: words.reasonTitle, value: (row) => words.reasons[row.reason] },
        { key: 'office', title: words.office, value: (row) => row.officeName },
        {
          key: 'since',
          title: words.waitingSince,
          value: (row) => row.openedAtMs,
          show: (row) => format.dateTime(row.openedAtMs),
        },
        {
          key: 'candidates',
          title: words.candidates,
          value: (row) => row.candidateCount,
          align: 'end',
        },
        { key: 'taken', title: words.taken, value: takenBy },
      ]}
    />
  )
}
