// Audit filter — all of the log, or what concerns one account or one application.

import { type FormEvent, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { ChoiceField, TextField } from '#kit/web/fields'
import { useWords } from '#kit/web/language'
import type { AccountsReply } from '../administration-wire.ts'
import css from './audit-page.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface AuditFilter {
  /** A key of the subject; empty for the whole log. */
  readonly about: 'accountId' | 'caseId' | ''
  readonly value: string
}

export const everything: AuditFilter = { about: '', value: '' }

export function AuditFilterForm({ onShow }: { readonly onShow: (filter: AuditFilter) => void }) {
  const words = useWords({ id, en })
  const [typed, setTyped] = useState(everything)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onShow(typed)
  }
  const field = {
    value: typed.value,
    onChange: (value: string) => setTyped({ ...typed, value }),
  }
  return (
    <form onSubmit={submit} className={css.filter}>
      <ChoiceField
        label={words.about}
        value={typed.about}
        onChange={(about) => setTyped({ about, value: '' })}
        choices={(['caseId', 'accountId'] as const).map((about) => ({
          value: about,
          title: words.abouts[about],
        }))}
        unchosen={words.aboutAll}
      />
      {typed.about === 'caseId' && <TextField label={words.caseId} {...field} />}
      {typed.about === 'accountId' && <AccountField {...field} />}
      <ActionButton type="submit" look="plain">
        {words.show}
      </ActionButton>
    </form>
  )
}

interface AccountFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

function AccountField(props: AccountFieldProps) {
  const words = useWords({ id, en })
  const accounts = useAsk<AccountsReply>('/api/administration/accounts').data?.accounts ?? []
  const choices = accounts.map(({ accountId, name, displayName }) => ({
    value: accountId,
    title: `${displayName} (${name})`,
  }))
  return (
    <ChoiceField label={words.name} choices={choices} unchosen={words.accountUnchosen} {...props} />
  )
}
