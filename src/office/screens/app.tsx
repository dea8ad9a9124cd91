// App — the portal for everybody, and under /petugas the officers' pages, whose script stays away
// from a resident's phone.

import { lazy, Suspense } from 'react'
import { isWithin } from '#kit/web/match'
import { useAddress } from '#kit/web/router'
import { Skeleton } from '#kit/web/skeleton'
import { ResidentApp } from './resident-app.tsx'

const StaffApp = lazy(async () => ({ default: (await import('./staff-app.tsx')).StaffApp }))

export function App() {
  const { path } = useAddress()
  if (!isWithin('/petugas', path)) return <ResidentApp />
  return (
    <Suspense fallback={<Skeleton shape="page" />}>
      <StaffApp />
    </Suspense>
  )
}
