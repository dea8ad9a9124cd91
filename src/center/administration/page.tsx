// Administration page — the accounts of the center; from here to its record of acts.

import { ActionLink } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { AccountsPage } from '#staff/screens/accounts-page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export function Page() {
  const words = useWords({ id, en })
  return (
    <AccountsPage
      title={words.title}
      actions={
        <ActionLink to="/administrasi/catatan" look="plain">
          {words.toAudit}
        </ActionLink>
      }
    />
  )
}
