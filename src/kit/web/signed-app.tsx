// Signed app — the frame of those who work here: who they are, the pages of their role, the way out.

import { type ReactNode, useEffect } from 'react'
import './widgets.tsx'
import { ActionLink } from './action-button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Frame } from './frame.tsx'
import { type Language, useLanguage, useWords } from './language.tsx'
import { Loaded } from './loaded.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { AccountInBar, Navigation } from './navigation.tsx'
import { NotFound } from './not-found.tsx'
import { Page } from './page.tsx'
import { findRow, Pages } from './pages.tsx'
import { useAddress, useGo } from './router.tsx'
import { type Account, AccountProvider, type Session, useSession, useSignOut } from './session.tsx'
import { rowsFor, type SignedRow, startPathOf } from './signed-rows.tsx'
import { Skeleton } from './skeleton.tsx'

export interface SignedAppProps {
  readonly rows: readonly SignedRow[]
  /** Leads each role to its start page. */
  readonly home: string
  /** Where each role begins its day. */
  readonly startPaths: Readonly<Record<string, string | undefined>>
  readonly signInPath: string
  readonly passwordPath: string
  roleName(role: string, language: Language): string
  /** The office's name as short as the bar wants it. */
  placeName(officeName: string): string
  /** Stands above every page: what everybody who works here should know. */
  readonly above?: ReactNode
}

/** Whoever is not signed in, or must change the password first, is led there and back. */
export function SignedApp(props: SignedAppProps) {
  const { signInPath, passwordPath } = props
  const session = useSession()
  const { path } = useAddress()
  const account = session.data?.account
  if (account === null) return <GoTo to={`${signInPath}?lanjut=${encodeURIComponent(path)}`} />
  if (account?.mustChangePassword === true) return <GoTo to={passwordPath} />
  return (
    <Loaded of={session} waiting={{ shape: 'page' }}>
      {(data) => <Signed {...props} session={data} account={data.account as Account} />}
    </Loaded>
  )
}

interface SignedProps extends SignedAppProps {
  readonly session: Session
  readonly account: Account
}

function Signed(props: SignedProps) {
  const { session, account, home, rows, signInPath, passwordPath } = props
  const language = useLanguage()
  const go = useGo()
  const signOut = useSignOut(() => go(signInPath))
  const entries = rowsFor(account.role, rows).flatMap(({ path, title, icon: Icon }) => {
    if (title === undefined) return []
    return [{ to: path, title: title[language], icon: Icon && <Icon size={20} stroke={1.75} /> }]
  })
  return (
    <Frame
      home={home}
      place={props.placeName(session.officeName)}
      sample={session.demo}
      account={
        <AccountInBar
          displayName={account.displayName}
          roleName={props.roleName(account.role, language)}
          passwordPath={passwordPath}
          onSignOut={() => signOut.mutate()}
        />
      }
      // A role with one page has nowhere else to go: no navigation then.
      navigation={entries.length > 1 ? <Navigation entries={entries} /> : undefined}
    >
      <AccountProvider value={account}>
        {props.above}
        <OwnPages {...props} />
      </AccountProvider>
    </Frame>
  )
}

function OwnPages(props: SignedProps) {
  const { account, rows, home, startPaths } = props
  const words = useWords({ id, en })
  const { path } = useAddress()
  const start = startPathOf(account.role, rows, startPaths[account.role])
  const own = rowsFor(account.role, rows)
  if (path === home && start !== undefined) return <GoTo to={start} />
  if (path === home) {
    return (
      <Page title={words.noPages} width="narrow">
        <EmptyState title={words.noPagesHelp} />
      </Page>
    )
  }
  const isOthers = findRow(rows, path) !== undefined && findRow(own, path) === undefined
  if (isOthers) return <NotYours {...props} start={start} />
  return (
    <Pages rows={own} waiting={<Skeleton shape="page" />} notFound={<NotFound home={home} />} />
  )
}

function NotYours(props: SignedProps & { readonly start: string | undefined }) {
  const words = useWords({ id, en })
  const role = props.roleName(props.account.role, useLanguage())
  return (
    <Page title={words.notYours} width="narrow">
      <EmptyState
        title={words.notYoursHelp(role)}
        action={
          props.start !== undefined && <ActionLink to={props.start}>{words.toOwnPage}</ActionLink>
        }
      />
    </Page>
  )
}

function GoTo({ to }: { readonly to: string }) {
  const go = useGo()
  useEffect(() => go(to, { replace: true }), [go, to])
  return <Skeleton shape="page" />
}
