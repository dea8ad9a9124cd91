// Confirmed act — a button whose act is asked about once more before it is done.

import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import type { ApiIssue } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'

export interface ConfirmedActProps {
  /** On the button, and once more in the dialog. */
  readonly verb: string
  readonly title: string
  readonly help: string
  readonly danger?: boolean
  readonly act: {
    readonly isPending: boolean
    readonly error: ApiIssue | null
    readonly reset: () => void
  }
  /** Begins the act; calls back when it is done. */
  readonly run: (whenDone: () => void) => void
}

export function ConfirmedAct({ verb, title, help, danger, act, run }: ConfirmedActProps) {
  const [opened, setOpened] = useState(false)
  const open = () => {
    act.reset()
    setOpened(true)
  }
  return (
    <>
      <ActionButton look={danger === true ? 'danger' : 'plain'} onAct={open}>
        {verb}
      </ActionButton>
      <ConfirmDialog
        opened={opened}
        title={title}
        confirm={verb}
        danger={danger === true}
        busy={act.isPending}
        issue={act.error}
        onConfirm={() => run(() => setOpened(false))}
        onClose={() => setOpened(false)}
      >
        {help}
      </ConfirmDialog>
    </>
  )
}
