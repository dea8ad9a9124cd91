// Calls — what is done with the call itself: said aloud again, or nobody came.

import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import type { WentBack } from '../cases/queue-wire.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

const refreshes = ['/api/counter', '/api/queue']

export interface CallsProps {
  readonly number: string
  readonly onLeft: (told: string) => void
}

/** Said aloud again, or sent back because nobody came. */
export function Calls({ number, onLeft }: CallsProps) {
  const words = useWords({ id, en })
  const [asking, setAsking] = useState(false)
  const announce = useAct({
    path: `/api/queue/${number}/announce`,
    body: () => ({}),
    refreshes: ['/api/queue'],
  })
  const absent = useAct<WentBack>({
    path: `/api/queue/${number}/absent`,
    body: () => ({}),
    refreshes,
    onDone: ({ lapsed }) => onLeft(lapsed ? words.lapsed(number) : words.wentBack(number)),
  })
  return (
    <>
      <ActionButton
        look="quiet"
        shortcut="U"
        busy={announce.isPending}
        onAct={() => announce.mutate()}
      >
        {words.announce}
      </ActionButton>
      <ActionButton look="quiet" shortcut="H" onAct={() => setAsking(true)}>
        {words.absent}
      </ActionButton>
      {announce.isSuccess && <Notice tone="done">{words.announced(number)}</Notice>}
      {announce.error !== null && <IssueNotice issue={announce.error} />}
      <ConfirmDialog
        opened={asking}
        title={words.absentTitle(number)}
        confirm={words.absent}
        busy={absent.isPending}
        issue={absent.error}
        onConfirm={() => absent.mutate()}
        onClose={() => setAsking(false)}
      >
        {words.absentHelp}
      </ConfirmDialog>
    </>
  )
}
