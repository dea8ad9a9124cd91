// Sign-in pages — the door of those who work here, and their own password behind it.

import { useEffect, useState } from 'react'
import { ActionLink } from './action-button.tsx'
import { type Language, useLanguage, useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { useAddress, useGo } from './router.tsx'
import { useSession } from './session.tsx'
import { OwnPasswordForm, SignInForm } from './sign-in.tsx'
import { pathAfterSignIn } from './signed-rows.tsx'

export interface SignInPageProps {
  readonly title: string
  readonly lead: string
  /** Where the signed-in pages lie. */
  readonly home: string
  roleName(role: string, language: Language): string
}

/** Whoever is signed in already goes straight on to where they were going. */
export function SignInPage({ title, lead, home, roleName }: SignInPageProps) {
  const language = useLanguage()
  const session = useSession()
  const go = useGo()
  const { search } = useAddress()
  const next = pathAfterSignIn(search.get('lanjut'), home)
  const account = session.data?.account
  const isSignedIn = account !== undefined && account !== null
  useEffect(() => {
    if (isSignedIn) go(next, { replace: true })
  }, [isSignedIn, go, next])
  return (
    <Page title={title} lead={lead} width="slim">
      <SignInForm roleName={(role) => roleName(role, language)} />
    </Page>
  )
}

export interface PasswordPageProps {
  readonly home: string
  readonly signInPath: string
}

/** One's own password, changed; the first one must be before any work. */
export function PasswordPage({ home, signInPath }: PasswordPageProps) {
  const words = useWords({ id, en })
  const go = useGo()
  const session = useSession()
  const [changed, setChanged] = useState(false)
  const account = session.data?.account
  useEffect(() => {
    if (account === null) go(signInPath, { replace: true })
  }, [account, go, signInPath])
  const must = account?.mustChangePassword === true
  return (
    <Page
      title={words.passwordChange}
      lead={must ? undefined : words.passwordLead}
      width="slim"
      {...(must ? {} : { back: { to: home } })}
    >
      {changed ? (
        <Notice
          tone="done"
          title={words.passwordChanged}
          action={<ActionLink to={home}>{words.toOwnPage}</ActionLink>}
          takesFocus
        />
      ) : (
        <OwnPasswordForm onDone={() => setChanged(true)}>
          {must && <Notice tone="needs">{words.passwordMust}</Notice>}
        </OwnPasswordForm>
      )}
    </Page>
  )
}
