// Complaint form — what happened, as little else as the resident likes, and a number for it.

import { type FormEvent, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { CheckField, TextField } from '#kit/web/fields'
import { focusFirstError } from '#kit/web/focus'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { type ComplaintSubjectId, serviceStandard } from '#standard'
import css from './complaints.module.css'
import { complaintTextMin, concernsNameMax } from './limits.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { newRequestId } from './request-id.ts'
import { type Told, type ToldErrors, ToldFields } from './told-fields.tsx'
import type { ComplaintRequest, FiledReply } from './wire.ts'

interface Typed extends Told {
  readonly concernsName: string
  readonly leaderOnly: boolean
}

const nothing: Typed = {
  subject: '',
  text: '',
  concernsName: '',
  ticket: '',
  contact: '',
  leaderOnly: false,
}

export function ComplaintForm() {
  const [filed, setFiled] = useState<FiledReply>()
  if (filed !== undefined) return <Filed filed={filed} onAnother={() => setFiled(undefined)} />
  return <EmptyForm onFiled={setFiled} />
}

function EmptyForm({ onFiled }: { readonly onFiled: (filed: FiledReply) => void }) {
  const words = useWords({ id, en }).resident
  const [typed, setTyped] = useState(nothing)
  const [tried, setTried] = useState(false)
  // One id for one complaint: sent again after a broken line, it is not filed twice.
  const [requestId] = useState(newRequestId)
  const file = useAct<FiledReply, ComplaintRequest>({ path: '/api/complaints', onDone: onFiled })
  const isShort = typed.text.trim().length < complaintTextMin
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isShort || typed.subject === '') return focusFirstError(event.currentTarget)
    const { subject, ...rest } = typed
    if (!file.isPending) file.mutate({ requestId, subject, ...rest })
  }
  return (
    <Sheet title={words.formTitle}>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          {file.error !== null && <IssueNotice issue={file.error} takesFocus />}
          <Whole
            typed={typed}
            onChange={setTyped}
            errors={{
              subject: tried && typed.subject === '' ? words.aboutNeeded : undefined,
              text: tried && isShort ? words.textTooShort : undefined,
            }}
          />
          <ActionButton type="submit" size="large" busy={file.isPending}>
            {words.send}
          </ActionButton>
        </Stack>
      </form>
    </Sheet>
  )
}

interface WholeProps {
  readonly typed: Typed
  readonly onChange: (typed: Typed) => void
  readonly errors: ToldErrors
}

function Whole({ typed, onChange, errors }: WholeProps) {
  const words = useWords({ id, en }).resident
  const change = (part: Partial<Typed>) => onChange({ ...typed, ...part })
  const days = deadlineOf(typed.subject)
  return (
    <>
      <ToldFields
        told={typed}
        onChange={change}
        errors={errors}
        words={{
          ...words,
          subject: words.about,
          subjectUnchosen: words.aboutUnchosen,
          subjectHelp: days === undefined ? undefined : words.deadline(days),
        }}
        isOwnContact
      >
        <TextField
          label={words.officer}
          help={words.officerHelp}
          value={typed.concernsName}
          onChange={(concernsName) => change({ concernsName })}
          lettersMax={concernsNameMax}
          optional
        />
      </ToldFields>
      <CheckField
        label={words.leaderOnly}
        help={words.leaderOnlyHelp}
        value={typed.leaderOnly}
        onChange={(leaderOnly) => change({ leaderOnly })}
      />
    </>
  )
}

function deadlineOf(subject: ComplaintSubjectId | ''): number | undefined {
  const { subjects, classes } = serviceStandard.complaints
  const usual = subjects.find((it) => it.id === subject)?.usualClass
  return classes.find((it) => it.id === usual)?.deadlineWorkingDays
}

interface FiledProps {
  readonly filed: FiledReply
  readonly onAnother: () => void
}

function Filed({ filed, onAnother }: FiledProps) {
  const words = useWords({ id, en }).resident
  const format = useFormat()
  return (
    <Sheet>
      <Stack tight>
        <Notice tone="done" title={words.filedTitle(filed.number)} takesFocus>
          {words.dueOn(format.date(filed.dueOn))}
        </Notice>
        <p>{words.filedKeep}</p>
        <dl className={css.keep}>
          <div>
            <dt>{words.number}</dt>
            <dd>{filed.number}</dd>
          </div>
          <div>
            <dt>{words.code}</dt>
            <dd>{filed.accessCode}</dd>
          </div>
        </dl>
        <ActionButton look="plain" onAct={onAnother}>
          {words.another}
        </ActionButton>
      </Stack>
    </Sheet>
  )
}
