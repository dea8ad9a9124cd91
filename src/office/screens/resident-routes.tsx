// Resident routes — the pages anybody may open, one line each, fetched when they are first opened.
//
// A page's file exports its component as `Page`.

import type { PageRow } from '#kit/web/pages'

export interface ResidentRow extends PageRow {
  /** The whole screen, without the frame: a display on a wall. */
  readonly bare?: boolean
}

export const residentRows: readonly ResidentRow[] = [
  { path: '/', load: () => import('../portal/page.tsx') },
  { path: '/standar', load: () => import('../portal/standard-page.tsx') },
  { path: '/siapkan', load: () => import('../portal/prepare-page.tsx') },
  { path: '/lacak', load: () => import('../status/page.tsx') },
  { path: '/formulir', load: () => import('../form/page.tsx') },
  { path: '/formulir/:code', load: () => import('../form/code-page.tsx') },
  { path: '/verifikasi', load: () => import('../attestation/page.tsx') },
  { path: '/layar-pemohon', load: () => import('../capture/resident-page.tsx'), bare: true },
  { path: '/antrean', load: () => import('../queue/page.tsx'), bare: true },
  { path: '/pengaduan', load: () => import('../complaints/resident-page.tsx') },
  { path: '/masuk', load: () => import('../sign-in/page.tsx') },
  { path: '/masuk/sandi', load: () => import('../sign-in/password-page.tsx') },
]
