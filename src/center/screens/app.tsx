// App — the center's pages for those who work there; nothing here is for residents.

import { Frame } from '#kit/web/frame'
import { NotFound } from '#kit/web/not-found'
import { findRow, Pages } from '#kit/web/pages'
import { useAddress } from '#kit/web/router'
import { useSession } from '#kit/web/session'
import { SignedApp } from '#kit/web/signed-app'
import { Skeleton } from '#kit/web/skeleton'
import { startPaths } from './places.tsx'
import { shownRoleName } from './role-name.ts'
import { openRows, signedRows } from './routes.tsx'

export function App() {
  const { path } = useAddress()
  if (findRow(openRows, path) !== undefined) return <Door />
  return (
    <SignedApp
      rows={signedRows}
      home="/"
      startPaths={startPaths}
      signInPath="/masuk"
      passwordPath="/masuk/sandi"
      roleName={shownRoleName}
      placeName={(name) => name}
    />
  )
}

function Door() {
  const session = useSession()
  return (
    <Frame home="/" place={session.data?.officeName} sample={session.data?.demo ?? false}>
      <Pages rows={openRows} waiting={<Skeleton shape="page" />} notFound={<NotFound home="/" />} />
    </Frame>
  )
}
