// Staff places — where each officer works: the path, who may enter, title and sign for the navigation.

import {
  IconAdjustments,
  IconBuildingCommunity,
  IconChartBar,
  IconClipboardCheck,
  IconFingerprint,
  IconIdBadge2,
  IconInfoCircle,
  IconMessageReport,
  IconPrinter,
  IconSend,
  IconUserShield,
} from '@tabler/icons-react'
import type { LoadPage } from '#kit/web/pages'
import type { SignedRow } from '#kit/web/signed-rows'
import type { Role } from '#staff/roles'

export type Place = Required<Pick<SignedRow, 'path' | 'title' | 'icon'>> & {
  readonly roles: readonly Role[]
}

export const places = {
  desk: {
    path: '/petugas/informasi',
    title: { id: 'Meja informasi', en: 'Information desk' },
    roles: ['petugas-informasi', 'supervisor'],
    icon: IconInfoCircle,
  },
  village: {
    path: '/petugas/desa',
    title: { id: 'Formulir desa', en: 'Village forms' },
    roles: ['kepala-desa'],
    icon: IconBuildingCommunity,
  },
  counter: {
    path: '/petugas/loket',
    title: { id: 'Loket', en: 'Counter' },
    roles: ['petugas-loket', 'supervisor'],
    icon: IconClipboardCheck,
  },
  capture: {
    path: '/petugas/perekaman',
    title: { id: 'Perekaman', en: 'Capture' },
    roles: ['operator-ktp'],
    icon: IconFingerprint,
  },
  printing: {
    path: '/petugas/cetak',
    title: { id: 'Cetak kartu', en: 'Card printing' },
    roles: ['operator-ktp', 'supervisor'],
    icon: IconPrinter,
  },
  handover: {
    path: '/petugas/serah-terima',
    title: { id: 'Serah terima', en: 'Hand-over' },
    roles: ['operator-ktp'],
    icon: IconIdBadge2,
  },
  supervisor: {
    path: '/petugas/supervisor',
    title: { id: 'Persetujuan', en: 'Approvals' },
    roles: ['supervisor'],
    icon: IconUserShield,
  },
  camat: {
    path: '/petugas/camat',
    title: { id: 'Ringkasan', en: 'Overview' },
    roles: ['camat', 'supervisor'],
    icon: IconChartBar,
  },
  complaints: {
    path: '/petugas/pengaduan',
    title: { id: 'Pengaduan', en: 'Complaints' },
    roles: ['petugas-informasi', 'petugas-loket', 'operator-ktp', 'supervisor', 'camat'],
    icon: IconMessageReport,
  },
  administration: {
    path: '/petugas/administrasi',
    title: { id: 'Administrasi', en: 'Administration' },
    roles: ['administrator'],
    icon: IconAdjustments,
  },
  outbox: {
    path: '/petugas/pengiriman',
    title: { id: 'Pengiriman', en: 'Sending' },
    roles: ['operator-ktp', 'supervisor', 'camat', 'administrator'],
    icon: IconSend,
  },
} as const satisfies Record<string, Place>

/** Where each role begins its day; the adjudicator's work is at the center. */
export const startPaths: Readonly<Record<Role, string | undefined>> = {
  'petugas-informasi': places.desk.path,
  'kepala-desa': places.village.path,
  'petugas-loket': places.counter.path,
  'operator-ktp': places.capture.path,
  supervisor: places.supervisor.path,
  adjudicator: undefined,
  camat: places.camat.path,
  administrator: places.administration.path,
}

/** A place's own page, in the navigation. */
export function pageAt(place: Place, load: LoadPage): SignedRow {
  return { ...place, load }
}

/** A page below a place, for the same people: `pageBelow(places.capture, '/:caseId', …)`. */
export function pageBelow(place: Place, rest: `/${string}`, load: LoadPage): SignedRow {
  return { path: place.path + rest, roles: place.roles, load }
}
