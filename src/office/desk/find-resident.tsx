// Find resident — recorded here already, or in work? Answered before anything is typed.

import { type FormEvent, useState } from 'react'
import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { DigitsField } from '#kit/web/digits-field'
import { RadioField, TextField } from '#kit/web/fields'
import { focusFirstError } from '#kit/web/focus'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Columns, Sheet, Stack } from '#kit/web/page'
import css from './desk.module.css'
import { codeInScan, type FindBy } from './desk.ts'
import { KnownList } from './known-list.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { FindResidentReply } from './wire.ts'

interface Asked {
  readonly by: FindBy
  readonly value: string
}

export interface FindResidentProps {
  readonly onBegun: () => void
  /** Called with how many applications there are. */
  readonly onFound: (known: number) => void
}

const bys: readonly FindBy[] = ['nik', 'kk', 'name', 'code']

export function FindResident({ onBegun, onFound }: FindResidentProps) {
  const { find: words } = useWords({ id, en })
  const [asked, setAsked] = useState<Asked>({ by: 'nik', value: '' })
  const [tried, setTried] = useState(false)
  const find = useAct<FindResidentReply, Asked>({
    path: '/api/residents/find',
    onDone: ({ known }) => onFound(known.length),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const value = asked.by === 'code' ? codeInScan(asked.value) : asked.value.trim()
    setTried(true)
    if (value === '') focusFirstError(event.currentTarget)
    else if (!find.isPending) find.mutate({ ...asked, value })
  }
  const change = (next: Asked) => {
    onBegun()
    setAsked(next)
    setTried(false)
  }
  return (
    <Sheet title={words.title}>
      <Columns>
        <form onSubmit={submit} noValidate>
          <Stack tight>
            <RadioField
              label={words.by}
              value={asked.by}
              onChange={(by) => by !== '' && change({ by, value: '' })}
              choices={bys.map((by) => ({ value: by, title: words.bys[by] }))}
            />
            <Sought asked={asked} onChange={change} isMissing={tried && asked.value === ''} />
            <Actions>
              <ActionButton type="submit" look="plain" busy={find.isPending}>
                {words.search}
              </ActionButton>
            </Actions>
          </Stack>
        </form>
        <div className={css.found}>
          {find.error !== null && <IssueNotice issue={find.error} />}
          {find.data === undefined && find.error === null && <p>{words.lead}</p>}
          {find.data !== undefined && <Found reply={find.data} by={find.variables?.by ?? 'nik'} />}
        </div>
      </Columns>
    </Sheet>
  )
}

interface SoughtProps {
  readonly asked: Asked
  readonly onChange: (asked: Asked) => void
  readonly isMissing: boolean
}

function Sought({ asked, onChange, isMissing }: SoughtProps) {
  const { find: words } = useWords({ id, en })
  const { by, value } = asked
  const shared = {
    label: words.values[by],
    value,
    onChange: (text: string) => onChange({ by, value: text }),
    error: isMissing ? words.missing : undefined,
  }
  if (by === 'nik' || by === 'kk') return <DigitsField key={by} {...shared} digits={16} />
  return <TextField key={by} {...shared} help={by === 'code' ? words.codeHelp : words.nameHelp} />
}

function Found({ reply, by }: { readonly reply: FindResidentReply; readonly by: FindBy }) {
  const { find: words } = useWords({ id, en })
  const { known } = reply
  if (known.length === 0) {
    return by === 'code' ? (
      <Notice tone="needs" takesFocus>
        {words.noneByCode}
      </Notice>
    ) : (
      <Notice tone="done" title={words.none} takesFocus>
        {words.noneHelp}
      </Notice>
    )
  }
  return (
    <Stack tight>
      <Notice tone="needs" title={words.some(known.length)} takesFocus>
        {words.someHelp}
      </Notice>
      <KnownList
        known={known}
        openingOf={(it) => (
          <ActionLink to={`/petugas/informasi/${it.caseId}`} look="plain">
            {words.open}
            <span className="visually-hidden"> {it.ticket}</span>
          </ActionLink>
        )}
      />
    </Stack>
  )
}
