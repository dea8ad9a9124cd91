// Without finger — a supervisor's leave for a holder whose finger nobody can read: asked, waited
// for, and used once the face was compared with the photo on the card.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { AskApproval } from '../approvals/ask-approval.tsx'
import type { ApprovalRow, ApprovalsReply } from '../approvals/wire.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { FingerTaken, HandoversReply, WithoutFingerRequest } from './wire.ts'

export interface WithoutFingerProps {
  readonly card: HandoversReply['waiting'][number]
  readonly onIssued: () => void
}

const askedEveryMs = 3_000
const kind = 'handover-without-finger'

export function WithoutFinger({ card, onIssued }: WithoutFingerProps) {
  const words = useWords({ id, en }).without
  const approvals = useAsk<ApprovalsReply>(pathOf(card.caseId), { everyMs: askedEveryMs })
  return (
    <Sheet title={words.title}>
      <Loaded of={approvals} waiting={{ count: 1 }}>
        {(reply) => (
          <Leave
            card={card}
            onIssued={onIssued}
            leave={reply.approvals.findLast(({ subject }) => subject.kind === kind)}
          />
        )}
      </Loaded>
    </Sheet>
  )
}

function pathOf(caseId: string): string {
  return `/api/approvals?caseId=${caseId}`
}

interface LeaveProps extends WithoutFingerProps {
  /** The last one that was asked for. */
  readonly leave: ApprovalRow | undefined
}

function Leave({ card, onIssued, leave }: LeaveProps) {
  const words = useWords({ id, en }).without
  const format = useFormat()
  if (leave !== undefined && leave.decision === null) {
    return (
      <Notice tone="needs" title={words.waiting}>
        {words.waitingSince(format.time(leave.askedAtMs))}
      </Notice>
    )
  }
  if (leave?.decision?.granted === true) {
    return (
      <Stack tight>
        <Notice tone="done" title={words.granted(leave.decision.by)}>
          {leave.decision.reason}
        </Notice>
        <p>{words.compare}</p>
        <HandOver card={card} approvalId={leave.approvalId} onIssued={onIssued} />
      </Stack>
    )
  }
  return (
    <Stack tight>
      {leave?.decision && (
        <Notice tone="refusal" title={words.refused(leave.decision.by)}>
          {leave.decision.reason}
        </Notice>
      )}
      <p>{words.help}</p>
      <Actions>
        <AskApproval
          caseId={card.caseId}
          subject={{ kind }}
          ask={leave === undefined ? words.ask : words.askAgain}
          look="plain"
          title={words.askTitle(card.name)}
          confirm={words.send}
          reason={{ label: words.reason, help: words.reasonHelp }}
          refreshes={pathOf(card.caseId)}
        >
          {words.askHelp}
        </AskApproval>
      </Actions>
    </Stack>
  )
}

interface HandOverProps extends WithoutFingerProps {
  readonly approvalId: string
}

function HandOver({ card, approvalId, onIssued }: HandOverProps) {
  const words = useWords({ id, en }).without
  const [asking, setAsking] = useState(false)
  const issue = useAct<FingerTaken>({
    path: `/api/handovers/${card.caseId}/without-finger`,
    body: (): WithoutFingerRequest => ({ approvalId, faceMatches: true }),
    refreshes: ['/api/handovers', '/api/cases'],
    onDone: onIssued,
  })
  return (
    <Actions>
      <ActionButton onAct={() => setAsking(true)}>{words.handOver}</ActionButton>
      <ConfirmDialog
        opened={asking}
        title={words.faceTitle(card.name)}
        confirm={words.faceMatches}
        busy={issue.isPending}
        issue={issue.error}
        onConfirm={() => issue.mutate()}
        onClose={() => setAsking(false)}
      >
        {words.faceHelp}
      </ConfirmDialog>
    </Actions>
  )
}
