// Join queue — a number for who comes back to the counter with a ticket, without the way to the desk.

import { type FormEvent, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { Dialog } from '#kit/web/dialog'
import { RadioField, TextField } from '#kit/web/fields'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import type { QueuedPlace } from '../cases/queue-wire.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export function JoinQueue() {
  const words = useWords({ id, en })
  const [opened, setOpened] = useState(false)
  const [joined, setJoined] = useState<QueuedPlace>()
  const open = () => {
    setJoined(undefined)
    setOpened(true)
  }
  return (
    <>
      <ActionButton look="quiet" shortcut="B" onAct={open}>
        {words.joinQueue} …
      </ActionButton>
      {joined !== undefined && (
        <Notice tone="done">{words.joined(joined.number, joined.ahead)}</Notice>
      )}
      <Dialog opened={opened} onClose={() => setOpened(false)} title={words.joinQueue}>
        <JoinForm
          onJoined={(place) => {
            setJoined(place)
            setOpened(false)
          }}
        />
      </Dialog>
    </>
  )
}

const priorities = ['none', 'pregnant', 'disability'] as const

function JoinForm({ onJoined }: { readonly onJoined: (place: QueuedPlace) => void }) {
  const words = useWords({ id, en })
  const [key, setKey] = useState('')
  const [priority, setPriority] = useState<(typeof priorities)[number] | ''>('none')
  const join = useAct<QueuedPlace, void>({
    path: '/api/queue',
    body: () => ({
      caseId: key.trim(),
      ...(priority === 'none' || priority === '' ? {} : { priority }),
    }),
    refreshes: ['/api/queue'],
    onDone: onJoined,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key.trim() !== '' && !join.isPending) join.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack tight>
        <TextField label={words.joinTicket} value={key} onChange={setKey} required autoFocus />
        <RadioField
          label={words.joinPriority}
          value={priority}
          onChange={setPriority}
          choices={priorities.map((value) => ({ value, title: words.joinPriorities[value] }))}
        />
        {join.error !== null && <IssueNotice issue={join.error} takesFocus />}
        <Actions>
          <ActionButton type="submit" busy={join.isPending}>
            {words.joinQueue}
          </ActionButton>
        </Actions>
      </Stack>
    </form>
  )
}
