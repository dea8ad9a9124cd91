// Printing page — the cards that are ready in their order, the one chosen, and what lies at the printer.

import { type ReactNode, useState } from 'react'
import { ActionLink } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { type Column, DataTable } from '#kit/web/data-table'
import { useNow } from '#kit/web/elapsed'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Columns, Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import { ChosenCard } from './chosen-card.tsx'
import { Jobs } from './jobs.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { PrintingReply } from './wire.ts'

type ReadyCard = PrintingReply['ready'][number]

const askedEveryMs = 15_000

export function Page() {
  const words = useWords({ id, en })
  const printing = useAsk<PrintingReply>('/api/printing', { everyMs: askedEveryMs })
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      width="wide"
      actions={
        <ActionLink to="/petugas/cetak/blangko" look="plain">
          {words.toLedger}
        </ActionLink>
      }
    >
      <Loaded of={printing} waiting={{ shape: 'rows', count: 6 }}>
        {(reply) => <Printing reply={reply} />}
      </Loaded>
    </PageFrame>
  )
}

function Printing({ reply }: { readonly reply: PrintingReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const [chosenId, setChosenId] = useState<string>()
  const [told, setTold] = useState<ReactNode>()
  const { ready, stock, jobs } = reply
  const first = ready.find((card) => card.lockedUntil === null)
  // Whose turn it is lies open already: one thing to do next.
  const chosen = ready.find(({ caseId }) => caseId === chosenId) ?? first ?? ready[0]
  return (
    <Stack>
      {told}
      {stock === 0 && <Notice tone="needs">{words.noStock}</Notice>}
      {jobs.length > 0 && <Jobs jobs={jobs} onTold={setTold} />}
      <Columns share="half">
        <Sheet title={words.queue} aside={<strong>{words.stock(format.number(stock))}</strong>}>
          <Queue ready={ready} first={first} chosen={chosen} onOpen={setChosenId} />
        </Sheet>
        {chosen !== undefined && (
          <ChosenCard key={chosen.caseId} card={chosen} first={first} onTold={setTold} />
        )}
      </Columns>
    </Stack>
  )
}

interface QueueProps {
  readonly ready: readonly ReadyCard[]
  readonly first: ReadyCard | undefined
  readonly chosen: ReadyCard | undefined
  readonly onOpen: (caseId: string) => void
}

function Queue({ ready, first, chosen, onOpen }: QueueProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const nowMs = useNow(askedEveryMs)
  const stateOf = ({ caseId, lockedUntil }: ReadyCard) => {
    if (lockedUntil !== null) {
      return { tone: 'calm', word: words.states.locked(format.date(lockedUntil)) } as const
    }
    if (caseId === first?.caseId) return { tone: 'needs', word: words.states.first } as const
    return { tone: 'calm', word: words.states.later } as const
  }
  const columns: readonly Column<ReadyCard>[] = [
    { key: 'name', title: words.name, value: ({ name }) => name },
    {
      key: 'state',
      title: words.state,
      value: (card) => stateOf(card).word,
      show: (card) => <StatusWord {...stateOf(card)} />,
    },
    {
      key: 'waiting',
      title: words.waiting,
      value: ({ readyAtMs }) => nowMs - readyAtMs,
      show: ({ readyAtMs }) => format.span(nowMs - readyAtMs),
    },
    { key: 'ticket', title: words.ticket, value: ({ ticket }) => ticket, tight: true },
  ]
  return (
    <DataTable
      name={words.queue}
      rows={ready}
      columns={columns}
      rowKey={({ caseId }) => caseId}
      onOpen={({ caseId }) => onOpen(caseId)}
      chosenKey={chosen?.caseId}
      empty={<EmptyState title={words.queueEmpty}>{words.queueEmptyHelp}</EmptyState>}
    />
  )
}
