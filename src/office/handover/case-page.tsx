// Case page — one card and whoever stands there: a finger, an answer in large words, the card or not.

import { useState } from 'react'
import { ActionLink } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { useParam } from '#kit/web/pages'
import { FingerCheck } from './finger-check.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Verdict } from './verdict.tsx'
import type { HandoversReply } from './wire.ts'
import { WithoutFinger } from './without-finger.tsx'

type WaitingCard = HandoversReply['waiting'][number]

interface Issued {
  readonly outcome: 'issued' | 'without-finger'
  readonly name: string
}

export function Page() {
  const words = useWords({ id, en })
  const caseId = useParam('caseId')
  const handovers = useAsk<HandoversReply>('/api/handovers')
  // Once it is handed over it waits no more, but its name still stands on this page.
  const [issued, setIssued] = useState<Issued>()
  const card = handovers.data?.waiting.find((it) => it.caseId === caseId)
  const name = issued?.name ?? card?.name
  return (
    <PageFrame
      title={name === undefined ? words.title : words.of(name)}
      lead={card === undefined ? undefined : words.ticketOf(card.ticket)}
      back={{ to: '/petugas/serah-terima', title: words.title }}
    >
      {issued === undefined ? (
        <Loaded of={handovers} waiting={{ shape: 'page' }}>
          {({ scannerPorts }) =>
            card === undefined ? (
              <NotWaiting />
            ) : (
              <Card
                card={card}
                scannerPorts={scannerPorts}
                onIssued={(outcome) => setIssued({ outcome, name: card.name })}
              />
            )
          }
        </Loaded>
      ) : (
        <Stack>
          <Verdict {...issued} />
          <ActionLink to="/petugas/serah-terima">{words.toList}</ActionLink>
        </Stack>
      )}
    </PageFrame>
  )
}

function NotWaiting() {
  const words = useWords({ id, en })
  return (
    <Sheet>
      <EmptyState
        title={words.notWaiting}
        action={<ActionLink to="/petugas/serah-terima">{words.toList}</ActionLink>}
      >
        {words.notWaitingHelp}
      </EmptyState>
    </Sheet>
  )
}

interface CardProps {
  readonly card: WaitingCard
  readonly scannerPorts: HandoversReply['scannerPorts']
  readonly onIssued: (outcome: Issued['outcome']) => void
}

function Card({ card, scannerPorts, onIssued }: CardProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  if (card.lockedUntil !== null) {
    return (
      <Notice tone="needs" title={words.lockedTitle(format.date(card.lockedUntil))}>
        {words.lockedHelp}
      </Notice>
    )
  }
  const withoutFinger = <WithoutFinger card={card} onIssued={() => onIssued('without-finger')} />
  if (card.positions.length === 0) {
    return (
      <Stack>
        <Notice tone="needs" title={words.noFingersTitle}>
          {words.noFingersHelp}
        </Notice>
        {withoutFinger}
      </Stack>
    )
  }
  return (
    <Stack>
      <FingerCheck card={card} scannerPorts={scannerPorts} onIssued={() => onIssued('issued')} />
      {withoutFinger}
    </Stack>
  )
}
