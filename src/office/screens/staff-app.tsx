// Staff app — the officers' frame: who is signed in, the pages of the role, the way out.

import { useEffect } from 'react'
import '#kit/web/widgets'
import { ActionLink } from '#kit/web/action-button'
import { EmptyState } from '#kit/web/empty-state'
import { Frame } from '#kit/web/frame'
import { useLanguage, useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { AccountInBar, Navigation } from '#kit/web/navigation'
import { Page } from '#kit/web/page'
import { findRow, Pages, useAddress, useGo } from '#kit/web/router'
import { AccountProvider, type Session, useSession, useSignOut } from '#kit/web/session'
import { Skeleton } from '#kit/web/skeleton'
import { roleName } from '#staff/roles'
import type { SignedInAccount } from '#staff/session-wire'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { NotFound } from './not-found.tsx'
import { shortOfficeName } from './office-words.ts'
import { rowsFor, type StaffRow, startPathOf } from './staff-places.tsx'
import { staffRows } from './staff-routes.tsx'

export function StaffApp() {
  const session = useSession<SignedInAccount>()
  const { path } = useAddress()
  const account = session.data?.account
  if (account === null) return <GoTo to={`/masuk?lanjut=${encodeURIComponent(path)}`} />
  if (account?.mustChangePassword === true) return <GoTo to="/masuk/sandi" />
  return (
    <Loaded of={session} waiting={{ shape: 'page' }}>
      {(data) => <Signed session={data} account={data.account as SignedInAccount} />}
    </Loaded>
  )
}

interface SignedProps {
  readonly session: Session
  readonly account: SignedInAccount
}

function Signed({ session, account }: SignedProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const go = useGo()
  const signOut = useSignOut(() => go('/masuk'))
  const own = rowsFor(account.role, staffRows)
  const entries = own
    .filter((row) => !row.isBelow)
    .map(({ path, place: { title, icon: Icon } }) => ({
      to: path,
      title: words.pages[title],
      icon: <Icon size={20} stroke={1.75} aria-hidden="true" />,
    }))
  return (
    <Frame
      home="/petugas"
      place={shortOfficeName(session.officeName)}
      sample={session.demo}
      account={
        <AccountInBar
          displayName={account.displayName}
          roleName={roleName(account.role, language)}
          passwordPath="/masuk/sandi"
          onSignOut={() => signOut.mutate()}
        />
      }
      // A role with one page has nowhere else to go: no navigation then.
      navigation={entries.length > 1 ? <Navigation entries={entries} /> : undefined}
    >
      <AccountProvider value={account}>
        <OwnPages account={account} own={own} />
      </AccountProvider>
    </Frame>
  )
}

interface OwnPagesProps {
  readonly account: SignedInAccount
  readonly own: readonly StaffRow[]
}

function OwnPages({ account, own }: OwnPagesProps) {
  const { path } = useAddress()
  const start = startPathOf(account.role, staffRows)
  if (path === '/petugas') return start === undefined ? <NoPages /> : <GoTo to={start} />
  const exists = findRow(staffRows, path) !== undefined
  const isOwn = findRow(own, path) !== undefined
  if (exists && !isOwn) return <NotYours account={account} start={start} />
  return <Pages rows={own} waiting={<Skeleton shape="page" />} notFound={<NotFound />} />
}

interface NotYoursProps {
  readonly account: SignedInAccount
  readonly start: string | undefined
}

function NotYours({ account, start }: NotYoursProps) {
  const words = useWords({ id, en })
  const role = roleName(account.role, useLanguage())
  return (
    <Page title={words.notYours} width="narrow">
      <EmptyState
        title={words.notYoursHelp(role)}
        action={start && <ActionLink to={start}>{words.toOwnPage}</ActionLink>}
      />
    </Page>
  )
}

function NoPages() {
  const words = useWords({ id, en })
  return (
    <Page title={words.noPages} width="narrow">
      <EmptyState title={words.noPagesHelp} />
    </Page>
  )
}

function GoTo({ to }: { readonly to: string }) {
  const go = useGo()
  useEffect(() => go(to, { replace: true }), [go, to])
  return <Skeleton shape="page" />
}
