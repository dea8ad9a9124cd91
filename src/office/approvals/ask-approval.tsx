// Ask approval — the button that asks a second person, with the reason in the officer's own words.

import { type ReactNode, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ConfirmDialog, type ConfirmDialogProps } from '#kit/web/confirm-dialog'
import type { ApprovalSubject } from './subject.ts'
import type { ApprovalAsked } from './wire.ts'

export interface AskApprovalProps extends Pick<ConfirmDialogProps, 'title' | 'confirm'> {
  readonly caseId: string
  readonly subject: ApprovalSubject
  /** What the button says that begins it. */
  readonly ask: string
  readonly look: 'plain' | 'quiet'
  readonly reason: NonNullable<ConfirmDialogProps['reason']>
  /** The path of the page's own view, which shows what was asked. */
  readonly refreshes: string
  /** What is asked and what it means, above the reason. */
  readonly children: ReactNode
}

export function AskApproval(props: AskApprovalProps) {
  const { caseId, subject, title, confirm, reason, children } = props
  const [opened, setOpened] = useState(false)
  const ask = useAct<ApprovalAsked, string>({
    path: '/api/approvals',
    body: (told) => ({ caseId, reason: told, ...subject }),
    refreshes: [props.refreshes],
    onDone: () => setOpened(false),
  })
  return (
    <>
      <ActionButton look={props.look} onAct={() => setOpened(true)}>
        {props.ask}
      </ActionButton>
      <ConfirmDialog
        {...{ opened, title, confirm, reason }}
        busy={ask.isPending}
        issue={ask.error}
        onConfirm={(told) => ask.mutate(told)}
        onClose={() => setOpened(false)}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}
