// Code page — where the code of a form leads: its ticket, its QR, and the sheet to print.

import { type FormEvent, useState } from 'react'
import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { DateField } from '#kit/web/date-field'
import { focusFirstError } from '#kit/web/focus'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { useParam } from '#kit/web/pages'
import { usePaper } from '#kit/web/paper'
import { useAddress } from '#kit/web/router'
import css from './code-page.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

/** Right after it was handed in, the address also names the ticket. */
export function Page() {
  const words = useWords({ id, en })
  const formCode = useParam('code').toUpperCase()
  const ticket = useAddress().search.get('tiket')
  const { handedIn } = words
  return (
    <KitPage
      title={handedIn.titleOf(formCode)}
      width="narrow"
      back={{ to: '/', title: words.back }}
    >
      {ticket !== null && <HandedIn ticket={ticket} />}
      <Sheet title={handedIn.code}>
        <div className={css.side}>
          <img
            className={css.qr}
            src={`/api/forms/${encodeURIComponent(formCode)}/qr.svg`}
            alt={handedIn.qr}
          />
          <div>
            <strong className={css.ticket}>{formCode}</strong>
            <p className={css.soft}>{handedIn.qrHelp}</p>
          </div>
        </div>
      </Sheet>
      <PrintSheet formCode={formCode} />
      {ticket === null && <Ways ticket="" />}
    </KitPage>
  )
}

function HandedIn({ ticket }: { readonly ticket: string }) {
  const { handedIn: words } = useWords({ id, en })
  return (
    <>
      <Notice tone="done" title={words.done} takesFocus>
        {words.doneHelp}
      </Notice>
      <Sheet>
        <Stack tight>
          <p>
            <span className={css.soft}>{words.ticket}</span>
            <strong className={css.ticket}>{ticket}</strong>
          </p>
          <h2>{words.next}</h2>
          <ol className={css.steps}>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Ways ticket={ticket} />
        </Stack>
      </Sheet>
    </>
  )
}

function Ways({ ticket }: { readonly ticket: string }) {
  const { handedIn: words } = useWords({ id, en })
  const asked = ticket === '' ? '' : `?tiket=${encodeURIComponent(ticket)}`
  return (
    <Actions>
      <ActionLink to={`/lacak${asked}`} look={ticket === '' ? 'plain' : 'main'}>
        {words.track}
      </ActionLink>
      <ActionLink to="/siapkan?keperluan=new" look="plain">
        {words.prepare}
      </ActionLink>
    </Actions>
  )
}

function PrintSheet({ formCode }: { readonly formCode: string }) {
  const { handedIn: words } = useWords({ id, en })
  const [birthDate, setBirthDate] = useState('')
  const [tried, setTried] = useState(false)
  const paper = usePaper<{ readonly formCode: string; readonly birthDate: string }>(
    '/api/forms/print',
    `F-1 ${formCode}.pdf`,
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (birthDate === '') focusFirstError(event.currentTarget)
    else if (!paper.isPending) paper.mutate({ formCode, birthDate })
  }
  return (
    <Sheet title={words.print}>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          <p>{words.printHelp}</p>
          <DateField
            label={words.birthDate}
            help={words.birthDateHelp}
            value={birthDate}
            onChange={setBirthDate}
            error={tried && birthDate === '' ? words.birthDateMissing : undefined}
            required
          />
          {paper.error !== null && <IssueNotice issue={paper.error} />}
          {paper.isSuccess && <Notice tone="done">{words.downloaded}</Notice>}
          <Actions>
            <ActionButton type="submit" look="plain" busy={paper.isPending}>
              {words.download}
            </ActionButton>
          </Actions>
        </Stack>
      </form>
    </Sheet>
  )
}
