// Confirm dialog — asks once more before an act that cannot be taken back, and for its reason.

import { type FormEvent, type ReactNode, useState } from 'react'
import { ActionButton, Actions } from './action-button.tsx'
import type { ApiIssue } from './api.tsx'
import { Dialog } from './dialog.tsx'
import { ParagraphField } from './fields.tsx'
import { focusFirstError } from './focus.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { IssueNotice } from './notice.tsx'
import { Stack } from './page.tsx'

export interface ConfirmDialogProps {
  readonly opened: boolean
  readonly title: string
  /** What will happen, and what cannot be taken back. */
  readonly children?: ReactNode
  /** The verb on the button. */
  readonly confirm: string
  readonly danger?: boolean
  /** Asks for a reason; `least` letters are wanted (5 unless told), 0 makes it optional. */
  readonly reason?: { readonly label?: string; readonly help?: string; readonly least?: number }
  readonly busy?: boolean
  readonly issue?: ApiIssue | null
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

const reasonLettersLeast = 5

/** Escape and Cancel close it; the focus goes back to where it came from. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title}>
      <ConfirmForm {...props} />
    </Dialog>
  )
}

function ConfirmForm(props: ConfirmDialogProps) {
  const { reason, busy = false, danger = false, issue } = props
  const words = useWords({ id, en })
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const least = reason?.least ?? reasonLettersLeast
  const isShort = reason !== undefined && text.trim().length < least
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isShort) focusFirstError(event.currentTarget)
    else if (!busy) props.onConfirm(text.trim())
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack tight>
        {props.children !== undefined && <div>{props.children}</div>}
        {reason !== undefined && (
          <ParagraphField
            label={reason.label ?? words.reason}
            help={reason.help}
            value={text}
            onChange={setText}
            required={least > 0}
            error={tried && isShort ? words.reasonTooShort(least) : undefined}
            autoFocus
          />
        )}
        {issue !== undefined && issue !== null && <IssueNotice issue={issue} />}
        <Actions>
          <ActionButton type="submit" look={danger ? 'danger' : 'main'} busy={busy}>
            {props.confirm}
          </ActionButton>
          <ActionButton look="plain" onAct={props.onClose}>
            {words.cancel}
          </ActionButton>
        </Actions>
      </Stack>
    </form>
  )
}
