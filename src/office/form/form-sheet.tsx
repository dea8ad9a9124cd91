// Form sheet — the boxes with what was said about them, and the focus on the first that is wrong.

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type ApiIssue, line } from '#kit/web/api'
import { focusFirstError } from '#kit/web/focus'
import { useLanguage, useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { parseBiodata } from '#resident/biodata'
import { type CalendarDate, calendarDateAt } from '#resident/calendar-date'
import { messageOf } from '#resident/messages'
import { biodataInputOf, boxOf, type Draft, type DraftField } from './draft.ts'
import { F1Boxes, type Slips } from './f1-boxes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface FormSheetProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  /** Called with a form in which this screen finds no slip. */
  readonly onReady: (draft: Draft) => void
  /** What the server refused; slips named in it are shown at their boxes. */
  readonly issue: ApiIssue | null
  /** Between the boxes and the buttons: what is still to be confirmed. */
  readonly asks?: ReactNode
  readonly buttons: ReactNode
}

/** The day at the office, by the server's clock. */
export function officeToday(): CalendarDate {
  return calendarDateAt(line.now())
}

export function FormSheet(props: FormSheetProps) {
  const { draft, issue } = props
  const language = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const [slips, setSlips] = useState<Slips>({})
  const today = officeToday()

  useEffect(() => {
    const told = slipsIn(issue)
    if (told === undefined) return
    setSlips(told)
    if (form.current !== null) focusFirstError(form.current)
  }, [issue])

  const change = (field: DraftField, text: string) => {
    setSlips(({ [field]: _, ...others }) => others)
    props.onChange({ ...draft, [field]: text })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = parseBiodata(biodataInputOf(draft, today), today)
    const found = read.ok
      ? {}
      : slipsOf(read.issue.map((it) => ({ field: it.field, message: messageOf(it, language) })))
    setSlips(found)
    if (read.ok) props.onReady(draft)
    else focusFirstError(event.currentTarget)
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <F1Boxes draft={draft} slips={slips} today={today} onChange={change} />
        {props.asks}
        <SlipsTold count={Object.keys(slips).length} />
        {issue !== null && slipsIn(issue) === undefined && <IssueNotice issue={issue} takesFocus />}
        {props.buttons}
      </Stack>
    </form>
  )
}

function SlipsTold({ count }: { readonly count: number }) {
  const words = useWords({ id, en })
  if (count === 0) return null
  return (
    <Notice tone="refusal" title={words.slips(count)}>
      {words.slipsHelp}
    </Notice>
  )
}

export interface Told {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** What the server told of single boxes under `facts[name]`. */
export function toldIn(issue: ApiIssue | null, name: 'issues' | 'doubts'): readonly Told[] {
  const told = issue?.facts[name]
  return Array.isArray(told) ? (told as readonly Told[]) : []
}

function slipsIn(issue: ApiIssue | null): Slips | undefined {
  if (issue?.code !== 'form.invalid') return undefined
  return slipsOf(toldIn(issue, 'issues'))
}

function slipsOf(told: readonly { readonly field: string; readonly message: string }[]): Slips {
  const slips: Partial<Record<DraftField, string>> = {}
  for (const { field, message } of told) {
    const box = boxOf(field as Parameters<typeof boxOf>[0]) ?? 'nik'
    slips[box] ??= message
  }
  return slips
}
