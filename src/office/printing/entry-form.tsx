// Entry form — blank cards that came, were spoiled or went back to the regency.

import { type FormEvent, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ParagraphField, RadioField, TextField } from '#kit/web/fields'
import { focusFirstError } from '#kit/web/focus'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { BlangkoReply } from './wire.ts'

interface Entry {
  readonly kind: 'received' | 'spoiled' | 'returned'
  readonly count: number
  readonly note: string
}

interface Typed {
  readonly kind: Entry['kind'] | ''
  readonly count: string
  readonly note: string
}

const nothingTyped: Typed = { kind: '', count: '', note: '' }
const countMax = 10_000
const noteLettersLeast = 3
const noteLettersMax = 300

export interface EntryFormProps {
  readonly onSaved: (ledger: BlangkoReply) => void
}

export function EntryForm({ onSaved }: EntryFormProps) {
  const words = useWords({ id, en })
  const [typed, setTyped] = useState(nothingTyped)
  const [tried, setTried] = useState(false)
  const enter = useAct<BlangkoReply, Entry>({
    path: '/api/blangko',
    refreshes: ['/api/blangko', '/api/printing'],
    onDone: onSaved,
  })
  const entry = entryOf(typed)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (entry === undefined) focusFirstError(event.currentTarget)
    else if (!enter.isPending) enter.mutate(entry)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack tight>
        <EntryFields typed={typed} onType={setTyped} tried={tried} />
        {enter.error !== null && <IssueNotice issue={enter.error} takesFocus />}
        <Actions>
          <ActionButton type="submit" busy={enter.isPending}>
            {words.save}
          </ActionButton>
        </Actions>
      </Stack>
    </form>
  )
}

interface EntryFieldsProps {
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
  readonly tried: boolean
}

function EntryFields({ typed, onType, tried }: EntryFieldsProps) {
  const words = useWords({ id, en })
  const wrong = (isRight: boolean, message: string) => (tried && !isRight ? message : undefined)
  return (
    <>
      <RadioField
        label={words.whatHappened}
        value={typed.kind}
        onChange={(kind) => onType({ ...typed, kind })}
        choices={[
          { value: 'received', title: words.kindChoices.received },
          { value: 'spoiled', title: words.kindChoices.spoiled },
          { value: 'returned', title: words.kindChoices.returned },
        ]}
        error={wrong(typed.kind !== '', words.kindNeeded)}
        required
      />
      <TextField
        label={words.count}
        value={typed.count}
        onChange={(count) => onType({ ...typed, count })}
        inputMode="numeric"
        error={wrong(isCount(typed.count), words.countWrong)}
        required
      />
      <ParagraphField
        label={words.note}
        help={words.noteHelp}
        value={typed.note}
        onChange={(note) => onType({ ...typed, note })}
        lettersMax={noteLettersMax}
        rows={2}
        error={wrong(isNote(typed.note), words.noteNeeded)}
        required
      />
    </>
  )
}

function entryOf({ kind, count, note }: Typed): Entry | undefined {
  if (kind === '' || !isCount(count) || !isNote(note)) return undefined
  return { kind, count: Number(count), note: note.trim() }
}

function isCount(text: string): boolean {
  return /^[0-9]+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= countMax
}

function isNote(text: string): boolean {
  return text.trim().length >= noteLettersLeast
}
