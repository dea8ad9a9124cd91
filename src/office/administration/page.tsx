// Administration page — the accounts of this office; from here to its SMS and its record of acts.

import { ActionLink, Actions } from '#kit/web/action-button'
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
        <Actions>
          <ActionLink to="/petugas/administrasi/sms" look="plain">
            {words.toSms}
          </ActionLink>
          <ActionLink to="/petugas/administrasi/catatan" look="plain">
            {words.toAudit}
          </ActionLink>
        </Actions>
      }
    />
  )
}
