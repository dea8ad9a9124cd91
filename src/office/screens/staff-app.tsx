// Staff app — the officers' pages in their frame, everything under /petugas.

import { SignedApp } from '#kit/web/signed-app'
import { CenterNoticesBand } from '../notices/band.tsx'
import { shownRoleName } from '../sign-in/role-name.ts'
import { shortOfficeName } from './office-words.ts'
import { startPaths } from './staff-places.tsx'
import { staffRows } from './staff-routes.tsx'

export function StaffApp() {
  return (
    <SignedApp
      rows={staffRows}
      home="/petugas"
      startPaths={startPaths}
      signInPath="/masuk"
      passwordPath="/masuk/sandi"
      roleName={shownRoleName}
      placeName={shortOfficeName}
      above={<CenterNoticesBand />}
    />
  )
}
