// Hand-over page — the cards that wait for their holders; whoever stands there is found by name or ticket.

import { useAsk } from '#kit/web/api'
import { type Column, DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Page as PageFrame, Sheet } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { HandoversReply } from './wire.ts'

type WaitingCard = HandoversReply['waiting'][number]

const askedEveryMs = 15_000

export function Page() {
  const words = useWords({ id, en })
  const handovers = useAsk<HandoversReply>('/api/handovers', { everyMs: askedEveryMs })
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <Loaded of={handovers} waiting={{ shape: 'rows', count: 6 }}>
        {({ waiting }) => (
          <Sheet title={words.waiting}>
            <Waiting cards={waiting} />
          </Sheet>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Waiting({ cards }: { readonly cards: readonly WaitingCard[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const stateOf = ({ lockedUntil, positions, triesLeft }: WaitingCard) => {
    if (lockedUntil !== null) {
      return { tone: 'calm', word: words.states.locked(format.date(lockedUntil)) } as const
    }
    if (positions.length === 0) return { tone: 'needs', word: words.states.noFingers } as const
    if (triesLeft === 0) return { tone: 'refusal', word: words.states.noTries } as const
    return { tone: 'done', word: words.states.ready } as const
  }
  const columns: readonly Column<WaitingCard>[] = [
    { key: 'name', title: words.name, value: ({ name }) => name },
    { key: 'ticket', title: words.ticket, value: ({ ticket }) => ticket, tight: true },
    {
      key: 'printedAt',
      title: words.printedAt,
      value: ({ printedAtMs }) => new Date(printedAtMs).toISOString(),
      show: ({ printedAtMs }) => format.dateTime(printedAtMs),
      tight: true,
    },
    {
      key: 'state',
      title: words.state,
      value: (card) => stateOf(card).word,
      show: (card) => <StatusWord {...stateOf(card)} />,
    },
  ]
  return (
    <DataTable
      name={words.waiting}
      rows={cards}
      columns={columns}
      rowKey={({ caseId }) => caseId}
      to={({ caseId }) => `/petugas/serah-terima/${caseId}`}
      empty={<EmptyState title={words.noneWaiting}>{words.noneWaitingHelp}</EmptyState>}
    />
  )
}
