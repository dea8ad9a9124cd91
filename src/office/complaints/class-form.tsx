// Class form — what the complaint is about, once it was read; the due day follows from the class.

import { type FormEvent, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ChoiceField } from '#kit/web/fields'
import { useLanguage, useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { type ComplaintClassId, type ComplaintSubjectId, serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { ComplaintDetail, ReclassifyRequest } from './wire.ts'

export function ClassForm({ complaint }: { readonly complaint: ComplaintDetail }) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const [subject, setSubject] = useState<ComplaintSubjectId>(complaint.subject)
  const [classId, setClassId] = useState<ComplaintClassId>(complaint.class)
  const reclass = useAct<unknown, ReclassifyRequest>({
    path: `/api/complaints/${complaint.complaintId}/class`,
    refreshes: ['/api/complaints'],
  })
  const { subjects, classes } = serviceStandard.complaints
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reclass.isPending) reclass.mutate({ subject, class: classId })
  }
  const isSame = subject === complaint.subject && classId === complaint.class
  return (
    <Sheet title={words.reclass}>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          {reclass.error !== null && <IssueNotice issue={reclass.error} takesFocus />}
          <ChoiceField
            label={words.subject}
            choices={subjects.map((it) => ({ value: it.id, title: it.text[language] }))}
            value={subject}
            onChange={(value) => {
              const chosen = subjects.find((it) => it.id === value)
              if (chosen === undefined) return
              setSubject(chosen.id)
              setClassId(chosen.usualClass)
            }}
          />
          <ChoiceField
            label={words.class}
            help={words.reclassHelp}
            choices={classes.map((it) => ({
              value: it.id,
              title: `${it.text[language]} · ${words.days(it.deadlineWorkingDays)}`,
            }))}
            value={classId}
            onChange={(value) => value !== '' && setClassId(value)}
          />
          <ActionButton type="submit" look="plain" busy={reclass.isPending} disabled={isSame}>
            {words.saveClass}
          </ActionButton>
        </Stack>
      </form>
    </Sheet>
  )
}
