// Routes — the center's pages, one line each, fetched when they are first opened.
//
// A page's file exports its component as `Page`; places.tsx says who may enter. The order here is
// that of the navigation.

import type { PageRow } from '#kit/web/pages'
import type { SignedRow } from '#kit/web/signed-rows'
import { pageAt, pageBelow, places } from './places.tsx'

export const signedRows: readonly SignedRow[] = [
  pageAt(places.adjudication, () => import('../adjudication/page.tsx')),
  pageBelow(places.adjudication, '/:id', () => import('../adjudication/case-page.tsx')),
  pageAt(places.pipeline, () => import('../pipeline-view/page.tsx')),
  pageAt(places.gallery, () => import('../gallery-view/page.tsx')),
  pageAt(places.notices, () => import('../notices/page.tsx')),
  pageAt(places.offices, () => import('../offices/page.tsx')),
  pageAt(places.administration, () => import('../administration/page.tsx')),
  pageBelow(places.administration, '/catatan', () => import('../administration/audit-page.tsx')),
]

/** The door itself, for everybody. */
export const openRows: readonly PageRow[] = [
  { path: '/masuk', load: () => import('./sign-in-page.tsx') },
  { path: '/masuk/sandi', load: () => import('./password-page.tsx') },
]
