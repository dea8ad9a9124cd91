// Page — Loket I: the queue at the left, what one resident brings in the middle, the clock at the right.

import { useState } from 'react'
import { useAct, useAsk } from '#kit/web/api'
import { EmptyState } from '#kit/web/empty-state'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { useAddress } from '#kit/web/router'
import { useAccount } from '#kit/web/session'
import type { Called, QueueReply } from '../cases/queue-wire.ts'
import { CasePanel } from './case-panel.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { type CallAsked, QueueList } from './queue-list.tsx'

const queueEveryMs = 4_000
const refreshed = ['/api/queue', '/api/counter']

export function Page() {
  const words = useWords({ id, en })
  const mayAct = useAccount().role === 'petugas-loket'
  const { search } = useAddress()
  const queue = useAsk<QueueReply>('/api/queue', { everyMs: queueEveryMs })
  const [chosen, setChosen] = useState(search.get('permohonan') ?? undefined)
  /** What became of the last case; it stays until the next one is called. */
  const [outcome, setOutcome] = useState<string>()
  const open = (caseId: string | undefined, told?: string) => {
    setChosen(caseId)
    setOutcome(told)
  }
  const call = useAct<Called, CallAsked>({
    path: '/api/queue/call',
    refreshes: refreshed,
    onDone: ({ caseId }) => open(caseId),
  })
  const atCounter = queue.data?.places.find((it) => it.state === 'called')
  const shown = chosen ?? (outcome === undefined ? atCounter?.caseId : undefined)
  return (
    <PageFrame
      title={words.title}
      width="wide"
      actions={
        <a href="/antrean" target="_blank" rel="noreferrer">
          {words.waitingRoom}
        </a>
      }
    >
      {outcome !== undefined && (
        <Notice tone="done" takesFocus>
          {outcome}
        </Notice>
      )}
      {call.error !== null && <IssueNotice issue={call.error} takesFocus />}
      <div className={css.counter}>
        <Loaded of={queue} waiting={{ shape: 'rows', count: 5 }}>
          {(reply) => (
            <QueueList
              reply={reply}
              chosen={shown}
              call={mayAct ? call : undefined}
              isMain={shown === undefined}
              onOpen={(caseId) => open(caseId)}
            />
          )}
        </Loaded>
        {shown === undefined ? (
          <Sheet>
            <EmptyState title={mayAct ? words.pickOne : words.pickOneSupervisor} />
          </Sheet>
        ) : (
          <Stack>
            <CasePanel
              key={shown}
              caseId={shown}
              mayAct={mayAct}
              onLeft={(told) => open(undefined, told)}
            />
          </Stack>
        )}
      </div>
    </PageFrame>
  )
}
