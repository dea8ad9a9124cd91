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

type WaitingCard = HandoversReply['waiting'][number]

export function Page() {
  const words = useWords({ id, en })
  const caseId = useParam('caseId')
  const handovers = useAsk<HandoversReply>('/api/handovers')
  // Once it is handed over it waits no more, but its name still stands on this page.
  const [issuedTo, setIssuedTo] = useState<string>()
  const card = handovers.data?.waiting.find((it) => it.caseId === caseId)
  const name = issuedTo ?? card?.name
  return (
    <PageFrame
      title={name === undefined ? words.title : words.of(name)}
      lead={card === undefined ? undefined : words.ticketOf(card.ticket)}
      back={{ to: '/petugas/serah-terima', title: words.title }}
    >
      {issuedTo === undefined ? (
        <Loaded of={handovers} waiting={{ shape: 'page' }}>
          {({ scannerPorts }) =>
            card === undefined ? (
              <NotWaiting />
            ) : (
              <Card
                card={card}
                scannerPorts={scannerPorts}
                onIssued={() => setIssuedTo(card.name)}
              />
            )
          }
        </Loaded>
      ) : (
        <Stack>
          <Verdict outcome="issued" name={issuedTo} />
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
  readonly onIssued: () => void
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
  if (card.positions.length === 0) {
    return (
      <Notice tone="needs" title={words.noFingersTitle}>
        {words.noFingersHelp}
      </Notice>
    )
  }
  return <FingerCheck card={card} scannerPorts={scannerPorts} onIssued={onIssued} />
}
