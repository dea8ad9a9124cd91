// Entry fields — what an officer takes down of a complaint.

import { useAsk } from '#kit/web/api'
import { ChoiceField, ParagraphField, RadioField, TextField } from '#kit/web/fields'
import { useLanguage, useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { type ComplaintSubjectId, serviceStandard } from '#standard'
import { complaintTextMax, concernsNameMax } from './limits.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { EnteredComplaint, OfficersReply } from './wire.ts'

export interface TypedEntry {
  readonly channel: EnteredComplaint['channel']
  readonly subject: ComplaintSubjectId | ''
  readonly text: string
  readonly concernsId: string
  readonly concernsName: string
  readonly contact: string
  readonly ticket: string
}

export interface EntryFieldsProps {
  readonly typed: TypedEntry
  readonly onChange: (typed: TypedEntry) => void
  readonly mayBox: boolean
  readonly errors: { readonly subject: string | undefined; readonly text: string | undefined }
}

export function EntryFields({ typed, onChange, mayBox, errors }: EntryFieldsProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const change = (part: Partial<TypedEntry>) => onChange({ ...typed, ...part })
  const channels = (['officer', 'leader', 'box'] as const).filter((it) => it !== 'box' || mayBox)
  return (
    <>
      <RadioField
        label={words.how}
        choices={channels.map((value) => ({ value, title: words.hows[value] }))}
        value={typed.channel}
        onChange={(channel) => channel !== '' && change({ channel })}
      />
      {typed.channel === 'leader' && <Notice tone="needs">{words.leaderWarning}</Notice>}
      <ChoiceField
        label={words.subject}
        choices={serviceStandard.complaints.subjects.map((it) => ({
          value: it.id,
          title: it.text[language],
        }))}
        value={typed.subject}
        onChange={(subject) => change({ subject })}
        error={errors.subject}
        required
      />
      <ParagraphField
        label={words.text}
        help={words.textHelp}
        rows={5}
        lettersMax={complaintTextMax}
        value={typed.text}
        onChange={(text) => change({ text })}
        error={errors.text}
        required
      />
      <OfficerFields typed={typed} onChange={onChange} />
      <TextField
        label={words.contact}
        help={words.contactHelp}
        value={typed.contact}
        onChange={(contact) => change({ contact })}
        inputMode="tel"
        placeholder="0812-3456-7890"
        optional
      />
      <TextField
        label={words.ticket}
        value={typed.ticket}
        onChange={(ticket) => change({ ticket })}
        placeholder="TJ-261122-017"
        optional
      />
    </>
  )
}

function OfficerFields({ typed, onChange }: Pick<EntryFieldsProps, 'typed' | 'onChange'>) {
  const words = useWords({ id, en })
  const officers = useAsk<OfficersReply>('/api/complaints/officers')
  const choices = (officers.data?.officers ?? []).map(({ accountId, displayName }) => ({
    value: accountId,
    title: displayName,
  }))
  return (
    <>
      <ChoiceField
        label={words.aboutOfficer}
        choices={choices}
        unchosen={words.nobody}
        value={typed.concernsId}
        onChange={(concernsId) => onChange({ ...typed, concernsId })}
        optional
      />
      {typed.concernsId === '' && (
        <TextField
          label={words.otherName}
          help={words.otherNameHelp}
          value={typed.concernsName}
          onChange={(concernsName) => onChange({ ...typed, concernsName })}
          lettersMax={concernsNameMax}
          optional
        />
      )}
    </>
  )
}
