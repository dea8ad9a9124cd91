// Answer form — what the resident will read, and whether the matter is closed with it.

import { type FormEvent, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { CheckField, ParagraphField } from '#kit/web/fields'
import { focusFirstError } from '#kit/web/focus'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { complaintTextMax, complaintTextMin } from './limits.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { newRequestId } from './request-id.ts'
import type { AnswerRequest, ComplaintDetail } from './wire.ts'

export interface AnswerFormProps {
  readonly complaint: ComplaintDetail
  /** The answer is saved; the form may be gone a moment later. */
  readonly onSent: () => void
}

export function AnswerForm({ complaint, onSent }: AnswerFormProps) {
  const words = useWords({ id, en })
  const [text, setText] = useState('')
  const [closes, setCloses] = useState(true)
  const [tried, setTried] = useState(false)
  const [requestId, setRequestId] = useState(newRequestId)
  const answer = useAct<unknown, AnswerRequest>({
    path: `/api/complaints/${complaint.complaintId}/answer`,
    refreshes: ['/api/complaints'],
    onDone: () => {
      setText('')
      setTried(false)
      setRequestId(newRequestId())
      onSent()
    },
  })
  const isShort = text.trim().length < complaintTextMin
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isShort) return focusFirstError(event.currentTarget)
    if (!answer.isPending) answer.mutate({ requestId, text, closes })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack tight>
        {answer.error !== null && <IssueNotice issue={answer.error} takesFocus />}
        <ParagraphField
          label={words.answer}
          help={complaint.contact === null ? words.answerHelp : words.answerHelpSms}
          rows={4}
          lettersMax={complaintTextMax}
          value={text}
          onChange={setText}
          error={tried && isShort ? words.needed : undefined}
          required
        />
        <CheckField label={words.closes} value={closes} onChange={setCloses} />
        <ActionButton type="submit" busy={answer.isPending}>
          {words.send}
        </ActionButton>
      </Stack>
    </form>
  )
}
