// Status page — where is my case? A ticket and a birth date, then the line of its journey.

import { type FormEvent, type ReactNode, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { DateField } from '#kit/web/date-field'
import { TextField } from '#kit/web/fields'
import { focusFirstError } from '#kit/web/focus'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { useAddress } from '#kit/web/router'
import { JourneyShown } from './journey-shown.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { StatusReply } from './wire.ts'

const lettersMax = 40

interface Asked {
  readonly ticket: string
  readonly birthDate: string
}

/** The address may name a ticket; the birth date never stands in one. */
export function Page() {
  const words = useWords({ id, en })
  const { search } = useAddress()
  const [asked, setAsked] = useState<Asked>({
    ticket: (search.get('tiket') ?? '').slice(0, lettersMax),
    birthDate: '',
  })
  const look = useAct<StatusReply, Asked>({ path: '/api/status' })
  return (
    <KitPage
      title={words.title}
      width="narrow"
      back={{ to: '/', title: words.back }}
      {...(look.data === undefined ? { lead: words.lead } : {})}
    >
      {look.data === undefined ? (
        <AskForm
          asked={asked}
          onChange={setAsked}
          onLook={() => look.mutate(asked)}
          isPending={look.isPending}
        >
          {look.error !== null && <IssueNotice issue={look.error} takesFocus />}
        </AskForm>
      ) : (
        <JourneyShown
          reply={look.data}
          isPending={look.isPending}
          onAgain={() => look.mutate(asked)}
          onAnother={() => {
            setAsked({ ticket: '', birthDate: '' })
            look.reset()
          }}
        />
      )}
    </KitPage>
  )
}

interface AskFormProps {
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
  readonly onLook: () => void
  readonly isPending: boolean
  readonly children: ReactNode
}

function AskForm({ asked, onChange, onLook, isPending, children }: AskFormProps) {
  const words = useWords({ id, en })
  const [tried, setTried] = useState(false)
  const { ticket, birthDate } = asked
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (ticket.trim() === '' || birthDate === '') focusFirstError(event.currentTarget)
    else if (!isPending) onLook()
  }
  return (
    <Sheet>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          <TextField
            label={words.ticket}
            help={words.ticketHelp}
            value={ticket}
            lettersMax={lettersMax}
            onChange={(text) => onChange({ ticket: text.toUpperCase(), birthDate })}
            error={tried && ticket.trim() === '' ? words.ticketMissing : undefined}
            required
          />
          <DateField
            label={words.birthDate}
            value={birthDate}
            onChange={(date) => onChange({ ticket, birthDate: date })}
            error={tried && birthDate === '' ? words.birthDateMissing : undefined}
            required
          />
          {children}
          <Actions>
            <ActionButton type="submit" size="large" busy={isPending}>
              {words.look}
            </ActionButton>
          </Actions>
        </Stack>
      </form>
    </Sheet>
  )
}
