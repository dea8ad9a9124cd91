// Jobs — the cards at the printer, each until somebody has said how it came out.

import { type FormEvent, type ReactNode, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { Dialog } from '#kit/web/dialog'
import { ParagraphField, RadioField } from '#kit/web/fields'
import { focusFirstError } from '#kit/web/focus'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { PrintLink } from '#kit/web/print-link'
import { useAccount } from '#kit/web/session'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { JobEnded, PrintingReply } from './wire.ts'

type Job = PrintingReply['jobs'][number]

export interface JobsProps {
  readonly jobs: readonly Job[]
  readonly onTold: (told: ReactNode) => void
}

const refreshes = ['/api/printing', '/api/blangko', '/api/handovers']
const problemLettersLeast = 3
const problemLettersMax = 300

export function Jobs({ jobs, onTold }: JobsProps) {
  const words = useWords({ id, en })
  return (
    <Sheet title={words.atPrinter}>
      <p>{words.atPrinterLead}</p>
      <ul className={css.jobs}>
        {jobs.map((job) => (
          <JobRow key={job.jobId} job={job} onTold={onTold} />
        ))}
      </ul>
    </Sheet>
  )
}

interface JobProps {
  readonly job: Job
  readonly onTold: (told: ReactNode) => void
}

function JobRow({ job, onTold }: JobProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const isOperator = useAccount().role === 'operator-ktp'
  const [asks, setAsks] = useState(false)
  const end = useAct<JobEnded>({
    path: `/api/printing/jobs/${job.jobId}/printed`,
    refreshes,
    onDone: () => onTold(<Told key={job.jobId}>{words.doneNotice(job.name)}</Told>),
  })
  return (
    <li className={css.job}>
      <div className={css.jobName}>
        <strong>{words.cardOf(job.name, job.ticket)}</strong>
        <span>{words.sentAt(format.dateTime(job.startedAtMs))}</span>
      </div>
      {isOperator && (
        <Actions>
          <ActionButton
            label={words.printedOf(job.name)}
            busy={end.isPending}
            onAct={() => end.mutate()}
          >
            {words.printed}
          </ActionButton>
          <ActionButton look="plain" label={words.failedOf(job.name)} onAct={() => setAsks(true)}>
            {words.failed}
          </ActionButton>
          <PrintLink href={`/api/printing/jobs/${job.jobId}/card.pdf`} look="quiet">
            {words.openPdf}
          </PrintLink>
        </Actions>
      )}
      {end.error !== null && <IssueNotice issue={end.error} takesFocus />}
      <Dialog opened={asks} title={words.failedOf(job.name)} onClose={() => setAsks(false)}>
        <FailedForm job={job} onTold={onTold} onClose={() => setAsks(false)} />
      </Dialog>
    </li>
  )
}

function FailedForm({ job, onTold, onClose }: JobProps & { readonly onClose: () => void }) {
  const words = useWords({ id, en })
  const [problem, setProblem] = useState('')
  const [spoiled, setSpoiled] = useState<'yes' | 'no' | ''>('')
  const [tried, setTried] = useState(false)
  const fail = useAct<JobEnded, { readonly problem: string; readonly spoiled: boolean }>({
    path: `/api/printing/jobs/${job.jobId}/failed`,
    refreshes,
    onDone() {
      onClose()
      onTold(<Told key={job.jobId}>{words.failedNotice(job.name)}</Told>)
    },
  })
  const isShort = problem.trim().length < problemLettersLeast
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isShort || spoiled === '') focusFirstError(event.currentTarget)
    else if (!fail.isPending) fail.mutate({ problem: problem.trim(), spoiled: spoiled === 'yes' })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack tight>
        <ParagraphField
          label={words.problem}
          help={words.problemHelp}
          value={problem}
          onChange={setProblem}
          lettersMax={problemLettersMax}
          error={tried && isShort ? words.problemNeeded : undefined}
          required
          autoFocus
        />
        <RadioField
          label={words.spoiled}
          value={spoiled}
          onChange={setSpoiled}
          choices={[
            { value: 'yes', title: words.spoiledYes },
            { value: 'no', title: words.spoiledNo },
          ]}
          error={tried && spoiled === '' ? words.spoiledNeeded : undefined}
          required
        />
        {fail.error !== null && <IssueNotice issue={fail.error} takesFocus />}
        <Actions>
          <ActionButton type="submit" busy={fail.isPending}>
            {words.saveFailed}
          </ActionButton>
        </Actions>
      </Stack>
    </form>
  )
}

function Told({ children }: { readonly children: ReactNode }) {
  return (
    <Notice tone="done" takesFocus>
      {children}
    </Notice>
  )
}
