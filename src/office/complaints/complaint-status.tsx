// Complaint status — the answer, for who has the number and the code.

import { type FormEvent, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { TextField } from '#kit/web/fields'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import css from './complaints.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { ComplaintStatusReply, ComplaintStatusRequest } from './wire.ts'

export function ComplaintStatus() {
  const words = useWords({ id, en }).resident
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const look = useAct<ComplaintStatusReply, ComplaintStatusRequest>({
    path: '/api/complaints/status',
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (number.trim() === '' || code.trim() === '' || look.isPending) return
    look.mutate({ number, code })
  }
  const missing = (text: string) => (tried && text.trim() === '' ? words.statusNeeded : undefined)
  return (
    <Sheet title={words.statusTitle}>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          <TextField
            label={words.number}
            placeholder="ADU-2611-0003"
            value={number}
            onChange={setNumber}
            error={missing(number)}
            required
          />
          <TextField
            label={words.code}
            placeholder="7K3M9Q"
            value={code}
            onChange={setCode}
            error={missing(code)}
            required
          />
          <ActionButton type="submit" look="plain" busy={look.isPending}>
            {words.look}
          </ActionButton>
          {look.error !== null && <IssueNotice issue={look.error} takesFocus />}
          {look.data !== undefined && <Told status={look.data} />}
        </Stack>
      </form>
    </Sheet>
  )
}

function Told({ status }: { readonly status: ComplaintStatusReply }) {
  const words = useWords({ id, en }).resident
  const format = useFormat()
  const { number, state, answers } = status
  return (
    <>
      <Notice
        tone={state === 'closed' ? 'done' : 'calm'}
        title={`${number}: ${words.states[state]}`}
        takesFocus
      >
        {words.receivedOn(format.date(status.receivedAtMs))}{' '}
        {state === 'open' && words.dueOn(format.date(status.dueOn))}
      </Notice>
      {answers.map(({ text, atMs }) => (
        <blockquote key={atMs} className={css.answer}>
          <p className={css.told}>{text}</p>
          <footer>{format.dateTime(atMs)}</footer>
        </blockquote>
      ))}
    </>
  )
}
