// Sign in — name and password, and in a sample installation its people as buttons.

import { type FormEvent, type ReactNode, useState } from 'react'
import { ActionButton } from './action-button.tsx'
import { TextField } from './fields.tsx'
import { focusFirstError } from './focus.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { IssueNotice } from './notice.tsx'
import { Sheet, Stack } from './page.tsx'
import { PasswordField } from './password-field.tsx'
import { SampleAccounts } from './sample-accounts.tsx'
import {
  type Credentials,
  type Session,
  useOwnPassword,
  useSession,
  useSignIn,
} from './session.tsx'

export interface SignInFormProps {
  /** What a role is called. */
  readonly roleName: (role: string) => string
}

export function SignInForm({ roleName }: SignInFormProps) {
  const words = useWords({ id, en })
  const session = useSession()
  const signIn = useSignIn()
  const [typed, setTyped] = useState<Credentials>({ name: '', password: '' })
  const [tried, setTried] = useState(false)
  const missing = (text: string) => (tried && text === '' ? words.needed : undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (typed.name === '' || typed.password === '') focusFirstError(event.currentTarget)
    else if (!signIn.isPending) signIn.mutate(typed)
  }
  return (
    <Stack>
      <Sheet>
        <form onSubmit={submit} noValidate>
          <Stack tight>
            {signIn.error !== null && <IssueNotice issue={signIn.error} />}
            <TextField
              label={words.name}
              value={typed.name}
              onChange={(name) => setTyped({ ...typed, name })}
              error={missing(typed.name)}
              autoComplete="username"
              required
            />
            <PasswordField
              label={words.password}
              value={typed.password}
              onChange={(password) => setTyped({ ...typed, password })}
              error={missing(typed.password)}
              autoComplete="current-password"
              required
            />
            <ActionButton type="submit" wide busy={signIn.isPending}>
              {words.signIn}
            </ActionButton>
          </Stack>
        </form>
      </Sheet>
      {session.data?.demo === true && (
        <SampleAccounts onPick={signIn.mutate} roleName={roleName} busy={signIn.isPending} />
      )}
    </Stack>
  )
}

export interface OwnPasswordFormProps {
  readonly onDone: (session: Session) => void
  /** Above the fields: why it is asked for. */
  readonly children?: ReactNode
}

export function OwnPasswordForm({ onDone, children }: OwnPasswordFormProps) {
  const words = useWords({ id, en })
  const change = useOwnPassword(onDone)
  const [typed, setTyped] = useState({ current: '', next: '', again: '' })
  const [tried, setTried] = useState(false)
  const missing = (text: string) => (tried && text === '' ? words.needed : undefined)
  const differs = typed.next !== typed.again
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const { current, next } = typed
    if (current === '' || next === '' || differs) focusFirstError(event.currentTarget)
    else if (!change.isPending) change.mutate({ current, next })
  }
  const field = (key: keyof typeof typed, label: string, error: string | undefined) => (
    <PasswordField
      label={label}
      value={typed[key]}
      onChange={(text) => setTyped({ ...typed, [key]: text })}
      error={error}
      autoComplete={key === 'current' ? 'current-password' : 'new-password'}
      required
    />
  )
  return (
    <Sheet>
      <form onSubmit={submit} noValidate>
        <Stack tight>
          {children}
          {change.error !== null && <IssueNotice issue={change.error} />}
          {field('current', words.passwordNow, missing(typed.current))}
          {field('next', words.passwordNext, missing(typed.next))}
          {field(
            'again',
            words.passwordAgain,
            tried && differs ? words.passwordDiffers : undefined,
          )}
          <ActionButton type="submit" wide busy={change.isPending}>
            {words.passwordChange}
          </ActionButton>
        </Stack>
      </form>
    </Sheet>
  )
}
