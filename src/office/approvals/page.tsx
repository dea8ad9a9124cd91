// Page — what waits for a second person: the list at the left, the facts and the two verdicts beside it.

import { useState } from 'react'
import { KeyCap } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { useNow } from '#kit/web/elapsed'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Columns, Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { useShortcut } from '#kit/web/shortcuts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { RequestSheet } from './request-sheet.tsx'
import type { ApprovalRow, ApprovalsReply } from './wire.ts'

const everyMs = 3_000

export function Page() {
  const words = useWords({ id, en })
  const asked = useAsk<ApprovalsReply>('/api/approvals?state=waiting', { everyMs })
  const [told, setTold] = useState<string>()
  return (
    <PageFrame title={words.title} lead={words.lead} width="wide">
      {told !== undefined && (
        <Notice key={told} tone="done" takesFocus>
          {told}
        </Notice>
      )}
      <Loaded of={asked} waiting={{ shape: 'rows', count: 4 }}>
        {({ approvals }) =>
          approvals.length === 0 ? (
            <Sheet>
              <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
            </Sheet>
          ) : (
            <Waiting approvals={approvals} onDecided={setTold} />
          )
        }
      </Loaded>
    </PageFrame>
  )
}

interface WaitingProps {
  readonly approvals: readonly ApprovalRow[]
  readonly onDecided: (told: string) => void
}

function Waiting({ approvals, onDecided }: WaitingProps) {
  const words = useWords({ id, en })
  const [chosenId, setChosenId] = useState<string>()
  const at = Math.max(
    0,
    approvals.findIndex((it) => it.approvalId === chosenId),
  )
  const chosen = approvals[at]
  const step = (by: number) => setChosenId(approvals[at + by]?.approvalId ?? chosen?.approvalId)
  useShortcut('ArrowDown', () => step(1))
  useShortcut('ArrowUp', () => step(-1))
  return (
    <Columns share="side">
      <Stack tight>
        <ul className={css.list} aria-label={words.listName}>
          {approvals.map((approval) => (
            <Row
              key={approval.approvalId}
              approval={approval}
              isChosen={approval === chosen}
              onChoose={() => setChosenId(approval.approvalId)}
            />
          ))}
        </ul>
        <p className={css.keys}>
          {words.waiting(approvals.length)} <KeyCap shortcut="ArrowUp" />{' '}
          <KeyCap shortcut="ArrowDown" />
        </p>
      </Stack>
      {chosen !== undefined && (
        <RequestSheet key={chosen.approvalId} approval={chosen} onDecided={onDecided} />
      )}
    </Columns>
  )
}

interface RowProps {
  readonly approval: ApprovalRow
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Row({ approval, isChosen, onChoose }: RowProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const nowMs = useNow(10_000)
  return (
    <li>
      <button
        type="button"
        className={css.row}
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <strong>{words.kinds[approval.subject.kind]}</strong>
        <span>{approval.ticket}</span>
        <span>
          {approval.askedBy} · {format.since(approval.askedAtMs, nowMs)}
        </span>
      </button>
    </li>
  )
}
