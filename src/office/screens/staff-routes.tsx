// Staff routes — the officers' pages, one line each, fetched when they are first opened.
//
//   pageAt(places.counter, () => import('../counter/page.tsx')),
//   pageBelow(places.capture, '/:caseId', () => import('../capture/case-page.tsx')),
//
// A page's file exports its component as `Page`; staff-places.tsx says who may enter. The order
// here is that of the navigation.

import type { SignedRow } from '#kit/web/signed-rows'
import { pageAt, pageBelow, places } from './staff-places.tsx'

export const staffRows: readonly SignedRow[] = [
  pageAt(places.desk, () => import('../desk/page.tsx')),
  pageBelow(places.desk, '/:caseId', () => import('../desk/case-page.tsx')),
  pageBelow(places.desk, '/:caseId/formulir', () => import('../form/officer-page.tsx')),
  pageAt(places.village, () => import('../village/page.tsx')),
  pageAt(places.capture, () => import('../capture/page.tsx')),
  pageBelow(places.capture, '/:caseId', () => import('../capture/case-page.tsx')),
  pageAt(places.printing, () => import('../printing/page.tsx')),
  pageBelow(places.printing, '/blangko', () => import('../printing/ledger-page.tsx')),
  pageAt(places.handover, () => import('../handover/page.tsx')),
  pageBelow(places.handover, '/:caseId', () => import('../handover/case-page.tsx')),
  pageAt(places.counter, () => import('../counter/page.tsx')),
  pageAt(places.complaints, () => import('../complaints/page.tsx')),
  pageAt(places.camat, () => import('../overview/page.tsx')),
  pageAt(places.supervisor, () => import('../approvals/page.tsx')),
  pageAt(places.outbox, () => import('../outbox/page.tsx')),
  pageAt(places.administration, () => import('../administration/page.tsx')),
  pageBelow(places.administration, '/sms', () => import('../sms/page.tsx')),
  pageBelow(places.administration, '/catatan', () => import('../administration/audit-page.tsx')),
]
