// Leave — a supervisor's leave: asked with a reason, waited for, and applied when it was given.

import { ActionButton, Actions } from '#kit/web/action-button'
import type { ApiIssue } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { AskApproval } from '../approvals/ask-approval.tsx'
import type { ApprovalSubject } from '../approvals/subject.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { ApprovalView, CaptureView } from './wire.ts'

export type LeaveSubject = Extract<
  ApprovalSubject,
  { kind: 'missing-finger' | 'low-quality' | 'send-on' }
>

/** The newest of the case that asks for just this. */
export function findLeave(
  { approvals }: Pick<CaptureView, 'approvals'>,
  subject: LeaveSubject,
): ApprovalView | undefined {
  return approvals.findLast((it) => keyOf(it.subject as LeaveSubject) === keyOf(subject))
}

function keyOf(subject: LeaveSubject): string {
  switch (subject.kind) {
    case 'missing-finger':
      return `${subject.kind} ${subject.position} ${subject.exception}`
    case 'low-quality':
      return `${subject.kind} ${subject.position}`
    case 'send-on':
      return `${subject.kind} ${subject.guards.toSorted().join()}`
    default:
      return ''
  }
}

export interface LeaveProps {
  readonly view: CaptureView
  readonly subject: LeaveSubject
  /** What is asked, in a few words. */
  readonly about: string
  /** What the button says that applies it once it is given. */
  readonly apply: string
  readonly busy: boolean
  readonly issue: ApiIssue | null
  readonly onApply: (approvalId: string) => void
}

export function Leave(props: LeaveProps) {
  const { view, subject, about, busy, issue } = props
  const words = useWords({ id, en }).leave
  const format = useFormat()
  const leave = findLeave(view, subject)
  if (leave?.granted === null) {
    return (
      <Notice tone="needs" title={`${words.asked} — ${about}`}>
        {words.askedSince(format.time(leave.askedAtMs))}
      </Notice>
    )
  }
  if (leave?.granted === true) {
    return (
      <>
        <Notice
          tone="done"
          title={`${words.granted} — ${about}`}
          action={
            <ActionButton busy={busy} onAct={() => props.onApply(leave.approvalId)}>
              {props.apply}
            </ActionButton>
          }
        >
          {leave.decisionReason}
        </Notice>
        {issue !== null && <IssueNotice issue={issue} />}
      </>
    )
  }
  return (
    <>
      {leave !== undefined && (
        <Notice tone="refusal" title={`${words.refused} — ${about}`}>
          {leave.decisionReason}
        </Notice>
      )}
      <Actions>
        <AskApproval
          caseId={view.caseId}
          subject={subject}
          ask={leave === undefined ? about : words.askAgain}
          look="plain"
          title={words.ask}
          confirm={words.send}
          reason={{ label: words.reason, help: words.reasonHelp }}
          refreshes={`/api/captures/${view.caseId}`}
        >
          <strong>{about}</strong>
        </AskApproval>
      </Actions>
    </>
  )
}
