// Entry fields — what an officer takes down of a complaint.

import { useAsk } from '#kit/web/api'
import { ChoiceField, RadioField, TextField } from '#kit/web/fields'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { concernsNameMax } from './limits.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { type Told, type ToldErrors, ToldFields } from './told-fields.tsx'
import type { EnteredComplaint, OfficersReply } from './wire.ts'

export interface TypedEntry extends Told {
  readonly channel: EnteredComplaint['channel']
  readonly concernsId: string
  readonly concernsName: string
}

export interface EntryFieldsProps {
  readonly typed: TypedEntry
  readonly onChange: (typed: TypedEntry) => void
  readonly mayBox: boolean
  readonly errors: ToldErrors
}

export function EntryFields({ typed, onChange, mayBox, errors }: EntryFieldsProps) {
  const words = useWords({ id, en })
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
      <ToldFields
        told={typed}
        onChange={change}
        errors={errors}
        words={{ ...words, subjectUnchosen: words.resident.aboutUnchosen }}
      >
        <OfficerFields typed={typed} onChange={onChange} />
      </ToldFields>
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
