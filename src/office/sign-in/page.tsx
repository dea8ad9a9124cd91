// Sign-in page — the officers' door; in a sample installation its people stand beside it.

import { useWords } from '#kit/web/language'
import { SignInPage } from '#kit/web/sign-in-pages'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { shownRoleName } from './role-name.ts'

export function Page() {
  const words = useWords({ id, en })
  return (
    <SignInPage title={words.title} lead={words.lead} home="/petugas" roleName={shownRoleName} />
  )
}
