// Join queue — a number for Loket I, with the reason why somebody is served first.

import { type FormEvent, useState } from 'react'
import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { RadioField } from '#kit/web/fields'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import css from './desk.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { CaseView } from './wire.ts'

type Priority = 'none' | 'elderly' | 'disability' | 'pregnant'

interface Numbered {
  readonly number: string
  readonly ahead: number
}

export interface JoinQueueProps {
  readonly view: CaseView
  readonly onQueued: () => void
}

const priorities: readonly Priority[] = ['none', 'elderly', 'disability', 'pregnant']

export function JoinQueue({ view, onQueued }: JoinQueueProps) {
  const { case: words, nextResident } = useWords({ id, en })
  const [priority, setPriority] = useState<Priority>('none')
  const join = useAct<Numbered, Priority>({
    path: '/api/queue',
    body: (chosen) => ({
      caseId: view.caseId,
      ...(chosen === 'none' ? {} : { priority: chosen }),
    }),
    refreshes: [`/api/cases/${view.caseId}`],
    onDone: onQueued,
  })
  const number = join.data?.number ?? view.queuePlace
  if (number !== null) {
    return (
      <Notice
        tone="done"
        title={
          <>
            {words.queued} <strong className={css.number}>{number}</strong>
          </>
        }
        action={
          <ActionLink to="/petugas/informasi" look="plain">
            {nextResident}
          </ActionLink>
        }
        takesFocus
      >
        {join.data !== undefined && words.ahead(join.data.ahead)}
      </Notice>
    )
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!join.isPending) join.mutate(priority)
  }
  return (
    <form onSubmit={submit}>
      <Stack tight>
        <RadioField
          label={words.priority}
          value={priority}
          onChange={(chosen) => chosen !== '' && setPriority(chosen)}
          choices={priorities.map((it) => ({ value: it, title: words.priorities[it] }))}
        />
        {join.error !== null && <IssueNotice issue={join.error} />}
        <Actions>
          <ActionButton type="submit" size="large" busy={join.isPending}>
            {words.queue}
          </ActionButton>
        </Actions>
      </Stack>
    </form>
  )
}
