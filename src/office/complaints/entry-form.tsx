// Entry form — an officer takes a complaint down for a resident, or types in a slip from the box.

import { type FormEvent, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { focusFirstError } from '#kit/web/focus'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { EntryFields, type TypedEntry } from './entry-fields.tsx'
import { complaintTextMin } from './limits.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { newRequestId } from './request-id.ts'
import type { EnteredComplaint, FiledReply } from './wire.ts'

export interface EntryFormProps {
  /** Whether notes from the suggestion box are entered by this officer. */
  readonly mayBox: boolean
  readonly onClose: () => void
}

const nothing: TypedEntry = {
  channel: 'officer',
  subject: '',
  text: '',
  concernsId: '',
  concernsName: '',
  contact: '',
  ticket: '',
}

export function EntryForm({ mayBox, onClose }: EntryFormProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const [typed, setTyped] = useState(nothing)
  const [tried, setTried] = useState(false)
  const [requestId, setRequestId] = useState(newRequestId)
  const file = useAct<FiledReply, EnteredComplaint>({
    path: '/api/complaints/entered',
    refreshes: ['/api/complaints'],
    onDone: () => {
      setTyped(nothing)
      setTried(false)
      setRequestId(newRequestId())
    },
  })
  const isShort = typed.text.trim().length < complaintTextMin
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const { subject, concernsId, ...rest } = typed
    if (isShort || subject === '') return focusFirstError(event.currentTarget)
    const about = concernsId === '' ? {} : { concernsId }
    if (!file.isPending) file.mutate({ requestId, subject, ...about, ...rest })
  }
  return (
    <Sheet title={words.takeTitle}>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          {file.error !== null && <IssueNotice issue={file.error} takesFocus />}
          {file.data !== undefined && (
            <Notice
              tone="done"
              title={words.taken(file.data.number)}
              takesFocus
              key={file.data.number}
            >
              {words.takenCode(file.data.accessCode, format.date(file.data.dueOn))}
            </Notice>
          )}
          <EntryFields
            typed={typed}
            onChange={setTyped}
            mayBox={mayBox}
            errors={{
              subject: tried && typed.subject === '' ? words.needed : undefined,
              text: tried && isShort ? words.needed : undefined,
            }}
          />
          <Actions>
            <ActionButton type="submit" busy={file.isPending}>
              {words.save}
            </ActionButton>
            <ActionButton look="plain" onAct={onClose}>
              {words.close}
            </ActionButton>
          </Actions>
        </Stack>
      </form>
    </Sheet>
  )
}
