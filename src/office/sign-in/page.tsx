// Sign-in page — the officers' door; in a sample installation its people stand beside it.

import { useEffect } from 'react'
import { useLanguage, useWords } from '#kit/web/language'
import { Page as KitPage } from '#kit/web/page'
import { useAddress, useGo } from '#kit/web/router'
import { useSession } from '#kit/web/session'
import { SignInForm } from '#kit/web/sign-in'
import { isRole, roleName } from '#staff/roles'
import { pathAfterSignIn } from './after-sign-in.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export function Page() {
  const words = useWords({ id, en })
  const language = useLanguage()
  const session = useSession()
  const go = useGo()
  const { search } = useAddress()
  const next = pathAfterSignIn(search.get('lanjut'))
  const isSignedIn = session.data !== undefined && session.data.account !== null
  useEffect(() => {
    if (isSignedIn) go(next, { replace: true })
  }, [isSignedIn, go, next])
  return (
    <KitPage title={words.title} lead={words.lead} width="slim">
      <SignInForm
        roleName={(role) => (isRole(role) ? roleName(role, language) : role)}
        onDone={() => go(next, { replace: true })}
      />
    </KitPage>
  )
}
