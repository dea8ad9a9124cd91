// Chosen card — its proof, and the one act: print it; before its turn only with a reason.

import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { useAccount } from '#kit/web/session'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { JobStarted, PrintingReply } from './wire.ts'

type ReadyCard = PrintingReply['ready'][number]

export interface ChosenCardProps {
  readonly card: ReadyCard
  /** Whose turn it is. */
  readonly first: ReadyCard | undefined
  readonly onTold: (told: ReactNode) => void
}

export function ChosenCard({ card, first, onTold }: ChosenCardProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const isOperator = useAccount().role === 'operator-ktp'
  return (
    <Sheet title={words.cardOf(card.name, card.ticket)}>
      <Stack tight>
        {isOperator && <Proof card={card} />}
        {card.lockedUntil !== null ? (
          <Notice tone="calm">{words.lockedHelp(format.date(card.lockedUntil))}</Notice>
        ) : isOperator ? (
          <PrintAct card={card} first={first} onTold={onTold} />
        ) : (
          <p>{words.operatorPrints}</p>
        )}
      </Stack>
    </Sheet>
  )
}

function Proof({ card: { caseId, name } }: { readonly card: ReadyCard }) {
  const words = useWords({ id, en })
  const [isAway, setAway] = useState(false)
  if (isAway) return <Notice tone="needs">{words.proofAway}</Notice>
  return (
    <figure className={css.proof}>
      <img
        src={`/api/printing/${caseId}/proof.svg`}
        width={856}
        height={540}
        alt={words.proofAlt(name)}
        onError={() => setAway(true)}
      />
      <figcaption>{words.proofHelp}</figcaption>
    </figure>
  )
}

function PrintAct({ card, first, onTold }: ChosenCardProps) {
  const words = useWords({ id, en })
  const [asks, setAsks] = useState(false)
  const print = useAct<JobStarted, { readonly reason?: string }>({
    path: `/api/printing/${card.caseId}`,
    refreshes: ['/api/printing', '/api/blangko'],
    onDone() {
      setAsks(false)
      onTold(
        <Notice key={card.caseId} tone="done" title={words.sent(card.name)} takesFocus>
          {words.sentHelp}
        </Notice>,
      )
    },
  })
  const isFirst = first === undefined || first.caseId === card.caseId
  return (
    <>
      {print.error !== null && !asks && <IssueNotice issue={print.error} takesFocus />}
      <Actions>
        <ActionButton
          shortcut="C"
          look={isFirst ? 'main' : 'plain'}
          busy={print.isPending}
          icon={<IconPrinter size={20} stroke={1.75} aria-hidden="true" />}
          onAct={() => (isFirst ? print.mutate({}) : setAsks(true))}
        >
          {isFirst ? words.print : words.printEarly}
        </ActionButton>
      </Actions>
      <ConfirmDialog
        opened={asks}
        title={words.earlyTitle}
        confirm={words.printEarly}
        reason={{ label: words.earlyReason }}
        busy={print.isPending}
        issue={print.error}
        onConfirm={(reason) => print.mutate({ reason })}
        onClose={() => setAsks(false)}
      >
        {first !== undefined && words.earlyHelp(words.cardOf(first.name, first.ticket))}
      </ConfirmDialog>
    </>
  )
}
