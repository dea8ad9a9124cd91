// Password page — one's own password, changed; the first one must be before any work.

import { useEffect, useState } from 'react'
import { ActionLink } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Page as KitPage } from '#kit/web/page'
import { useGo } from '#kit/web/router'
import { useSession } from '#kit/web/session'
import { OwnPasswordForm } from '#kit/web/sign-in'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export function Page() {
  const words = useWords({ id, en })
  const go = useGo()
  const session = useSession()
  const [changed, setChanged] = useState(false)
  const isSignedOut = session.data?.account === null
  useEffect(() => {
    if (isSignedOut) go('/masuk', { replace: true })
  }, [isSignedOut, go])
  const must = session.data?.account?.mustChangePassword === true
  return (
    <KitPage title={words.password} lead={must ? undefined : words.passwordLead} width="slim">
      {changed ? (
        <Notice
          tone="done"
          title={words.passwordChanged}
          action={<ActionLink to="/petugas">{words.toWork}</ActionLink>}
          takesFocus
        />
      ) : (
        <OwnPasswordForm onDone={() => setChanged(true)}>
          {must && <Notice tone="needs">{words.passwordMust}</Notice>}
        </OwnPasswordForm>
      )}
    </KitPage>
  )
}
