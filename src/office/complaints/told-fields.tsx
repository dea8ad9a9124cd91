// Told fields — what every complaint may say, whoever writes it down: about what, what happened,
// which application, and where the answer goes.

import type { ReactNode } from 'react'
import { ChoiceField, ParagraphField, TextField } from '#kit/web/fields'
import { useLanguage } from '#kit/web/language'
import { type ComplaintSubjectId, serviceStandard } from '#standard'
import { complaintTextMax } from './limits.ts'

export interface Told {
  readonly subject: ComplaintSubjectId | ''
  readonly text: string
  readonly ticket: string
  readonly contact: string
}

export interface ToldErrors {
  readonly subject: string | undefined
  readonly text: string | undefined
}

export interface ToldFieldsProps {
  readonly told: Told
  readonly onChange: (part: Partial<Told>) => void
  readonly errors: ToldErrors
  /** In the words of the one who writes. */
  readonly words: {
    readonly subject: string
    readonly subjectUnchosen: string
    readonly subjectHelp?: string | undefined
    readonly text: string
    readonly textHelp: string
    readonly ticket: string
    readonly contact: string
    readonly contactHelp: string
  }
  /** Whether the contact is the writer's own number, which the browser may know. */
  readonly isOwnContact?: boolean
  /** Whom it is about. */
  readonly children: ReactNode
}

export function ToldFields({ told, onChange, errors, words, ...rest }: ToldFieldsProps) {
  const language = useLanguage()
  return (
    <>
      <ChoiceField
        label={words.subject}
        choices={serviceStandard.complaints.subjects.map(({ id: value, text }) => ({
          value,
          title: text[language],
        }))}
        unchosen={words.subjectUnchosen}
        help={words.subjectHelp}
        value={told.subject}
        onChange={(subject) => onChange({ subject })}
        error={errors.subject}
        required
      />
      <ParagraphField
        label={words.text}
        help={words.textHelp}
        rows={6}
        lettersMax={complaintTextMax}
        value={told.text}
        onChange={(text) => onChange({ text })}
        error={errors.text}
        required
      />
      {rest.children}
      <TextField
        label={words.ticket}
        value={told.ticket}
        onChange={(ticket) => onChange({ ticket })}
        placeholder="TJ-261122-017"
        optional
      />
      <TextField
        label={words.contact}
        help={words.contactHelp}
        value={told.contact}
        onChange={(contact) => onChange({ contact })}
        inputMode="tel"
        autoComplete={rest.isOwnContact ? 'tel' : 'off'}
        placeholder="0812-3456-7890"
        optional
      />
    </>
  )
}
