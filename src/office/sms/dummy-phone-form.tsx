// Dummy phone — a resident's phone on the screen, for the demonstration.

import { type FormEvent, useEffect, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ParagraphField, TextField } from '#kit/web/fields'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { DummyAnswers, DummyMessage, DummyNumber } from './wire.ts'

const askEveryMs = 2_000
const textMax = 600

export function DummyPhone() {
  const words = useWords({ id, en })
  const [from, setFrom] = useState('0812-0000-0001')
  const [text, setText] = useState('ADUAN ')
  const [asked, setAsked] = useState<string>()
  const send = useAct<DummyAnswers, DummyMessage>({
    path: '/api/sms/dummy',
    refreshes: ['/api/sms'],
    onDone: (_, sent) => setAsked(sent.from),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && !send.isPending) send.mutate({ from, text })
  }
  return (
    <Sheet title={words.tryTitle}>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          <p>{words.tryHelp}</p>
          {send.error !== null && <IssueNotice issue={send.error} takesFocus />}
          <TextField label={words.from} value={from} onChange={setFrom} inputMode="tel" />
          <ParagraphField
            label={words.text}
            value={text}
            onChange={setText}
            lettersMax={textMax}
            rows={3}
          />
          <ActionButton type="submit" busy={send.isPending}>
            {words.send}
          </ActionButton>
          {asked !== undefined && <Answers key={asked} to={asked} />}
        </Stack>
      </form>
    </Sheet>
  )
}

function Answers({ to }: { readonly to: string }) {
  const words = useWords({ id, en })
  const [answers, setAnswers] = useState<DummyAnswers['answers']>([])
  const { mutate: ask } = useAct<DummyAnswers, DummyNumber>({
    path: '/api/sms/dummy/answers',
    onDone: (told) => setAnswers(told.answers),
  })
  useEffect(() => {
    ask({ to })
    const asking = setInterval(() => ask({ to }), askEveryMs)
    return () => clearInterval(asking)
  }, [ask, to])
  return (
    <section aria-live="polite">
      <h3>{words.conversation}</h3>
      {answers.length === 0 ? (
        <p>{words.noReply}</p>
      ) : (
        <ul>
          {answers.map(({ smsId, text }) => (
            <li key={smsId}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
