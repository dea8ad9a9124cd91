// Post fields — which role, and of a village head which village.

import { ChoiceField } from '#kit/web/fields'
import { useLanguage, useWords } from '#kit/web/language'
import type { AccountsReply, PostBody } from '../administration-wire.ts'
import { type Role, roleName } from '../roles.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface TypedPost {
  readonly role: Role | ''
  readonly villageCode: string
}

/** What is sent: a village goes with the village head only. */
export function postOf({ role, villageCode }: TypedPost): PostBody {
  return { role, villageCode: hasVillage(role) ? villageCode : null }
}

/** Whether nothing that the role needs is missing. */
export function isWhole({ role, villageCode }: TypedPost): boolean {
  return role !== '' && (!hasVillage(role) || villageCode !== '')
}

export interface PostFieldsProps {
  readonly value: TypedPost
  readonly onChange: (value: TypedPost) => void
  readonly reply: AccountsReply
  /** Whether it was sent already: from then on what is missing is told. */
  readonly tried: boolean
}

export function PostFields({ value, onChange, reply, tried }: PostFieldsProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const missing = (text: string) => (tried && text === '' ? words.needed : undefined)
  return (
    <>
      <ChoiceField<Role>
        label={words.role}
        value={value.role}
        onChange={(role) => onChange({ ...value, role })}
        choices={reply.roles.map((role) => ({ value: role, title: roleName(role, language) }))}
        unchosen={words.roleUnchosen}
        error={missing(value.role)}
        required
      />
      {hasVillage(value.role) && (
        <ChoiceField
          label={words.village}
          help={words.villageHelp}
          value={value.villageCode}
          onChange={(villageCode) => onChange({ ...value, villageCode })}
          choices={reply.villages.map(({ code, name }) => ({ value: code, title: name }))}
          unchosen={words.villageUnchosen}
          error={missing(value.villageCode)}
          required
        />
      )}
    </>
  )
}

function hasVillage(role: Role | ''): boolean {
  return role === 'kepala-desa'
}
