// Complaint sheet — one complaint opened: what was told, what was answered, and what to do now.

import { useState } from 'react'
import { useAsk } from '#kit/web/api'
import { Facts } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import { serviceStandard } from '#standard'
import { AnswerForm } from './answer-form.tsx'
import { ClassForm } from './class-form.tsx'
import css from './complaints.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { stateOfRow, subjectName } from './register-table.tsx'
import type { ComplaintDetail } from './wire.ts'

export function ComplaintSheet({ complaintId }: { readonly complaintId: string }) {
  const opened = useAsk<ComplaintDetail>(`/api/complaints/${complaintId}`)
  return (
    <Loaded of={opened} waiting={{ shape: 'rows', count: 6 }}>
      {(complaint) => <Opened complaint={complaint} />}
    </Loaded>
  )
}

function Opened({ complaint }: { readonly complaint: ComplaintDetail }) {
  const words = useWords({ id, en })
  const [sent, setSent] = useState(0)
  return (
    <Stack>
      <Sheet title={complaint.number} aside={<StatusWord {...stateOfRow(complaint, words)} />}>
        <Stack tight>
          {complaint.leaderOnly && <strong>{words.leaderOnly}</strong>}
          <p className={css.told}>{complaint.text}</p>
          <About complaint={complaint} />
        </Stack>
      </Sheet>
      <Sheet title={words.answers}>
        <Stack tight>
          {sent > 0 && (
            <Notice key={sent} tone="done" takesFocus>
              {words.sent}
            </Notice>
          )}
          <Answers complaint={complaint} />
          {complaint.mayAnswer && (
            <AnswerForm complaint={complaint} onSent={() => setSent(sent + 1)} />
          )}
        </Stack>
      </Sheet>
      {complaint.mayAnswer && <ClassForm complaint={complaint} />}
    </Stack>
  )
}

function About({ complaint }: { readonly complaint: ComplaintDetail }) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const { named, concerns, ticket, contact } = complaint
  const facts = [
    { label: words.subject, value: subjectName(complaint.subject, language) },
    { label: words.class, value: className(complaint.class, language) },
    { label: words.dueOn, value: format.date(complaint.dueOn) },
    { label: words.receivedAt, value: format.dateTime(complaint.receivedAtMs) },
    { label: words.channel, value: words.channels[complaint.channel] },
    { label: words.takenBy, value: complaint.enteredBy ?? words.byResident },
    { label: words.phone, value: contact ?? words.anonymous },
    ...(ticket === null ? [] : [{ label: words.ticket, value: ticket }]),
    ...(named === null ? [] : [{ label: words.named, value: named }]),
    ...(concerns.length === 0 ? [] : [{ label: words.concerns, value: concerns.join(', ') }]),
  ]
  return <Facts facts={facts} />
}

function Answers({ complaint }: { readonly complaint: ComplaintDetail }) {
  const words = useWords({ id, en })
  const format = useFormat()
  if (complaint.answers.length === 0) return <p>{words.noAnswer}</p>
  return complaint.answers.map(({ text, by, atMs, bySms }) => (
    <blockquote key={atMs} className={css.answer}>
      <p className={css.told}>{text}</p>
      <footer>
        {by}, {format.dateTime(atMs)}
        {bySms && ` · ${words.bySms}`}
      </footer>
    </blockquote>
  ))
}

function className(classId: ComplaintDetail['class'], language: 'id' | 'en'): string {
  const found = serviceStandard.complaints.classes.find((it) => it.id === classId)
  return found?.text[language] ?? classId
}
