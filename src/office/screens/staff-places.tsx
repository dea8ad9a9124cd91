// Staff places — where each officer works: the path, who may enter, the sign in the navigation.

import {
  IconAdjustments,
  IconBuildingCommunity,
  IconChartBar,
  IconClipboardCheck,
  IconFingerprint,
  IconHandGrab,
  IconInfoCircle,
  IconMessageReport,
  IconPrinter,
  IconSend,
  IconUserShield,
} from '@tabler/icons-react'
import type { LoadPage, PageRow } from '#kit/web/router'
import type { Role } from '#staff/roles'
import type { Messages } from './messages.id.ts'

export interface StaffPlace {
  readonly path: string
  /** Its title in the navigation. */
  readonly title: keyof Messages['pages']
  readonly roles: readonly Role[]
  readonly icon: typeof IconSend
}

export const places = {
  desk: {
    path: '/petugas/informasi',
    title: 'desk',
    roles: ['petugas-informasi', 'supervisor'],
    icon: IconInfoCircle,
  },
  village: {
    path: '/petugas/desa',
    title: 'village',
    roles: ['kepala-desa'],
    icon: IconBuildingCommunity,
  },
  counter: {
    path: '/petugas/loket',
    title: 'counter',
    roles: ['petugas-loket', 'supervisor'],
    icon: IconClipboardCheck,
  },
  capture: {
    path: '/petugas/perekaman',
    title: 'capture',
    roles: ['operator-ktp'],
    icon: IconFingerprint,
  },
  outbox: {
    path: '/petugas/pengiriman',
    title: 'outbox',
    roles: ['operator-ktp', 'supervisor', 'camat', 'administrator'],
    icon: IconSend,
  },
  printing: {
    path: '/petugas/cetak',
    title: 'printing',
    roles: ['operator-ktp', 'supervisor'],
    icon: IconPrinter,
  },
  handover: {
    path: '/petugas/serah-terima',
    title: 'handover',
    roles: ['operator-ktp'],
    icon: IconHandGrab,
  },
  supervisor: {
    path: '/petugas/supervisor',
    title: 'supervisor',
    roles: ['supervisor'],
    icon: IconUserShield,
  },
  complaints: {
    path: '/petugas/pengaduan',
    title: 'complaints',
    roles: ['petugas-informasi', 'supervisor', 'camat'],
    icon: IconMessageReport,
  },
  camat: {
    path: '/petugas/camat',
    title: 'camat',
    roles: ['camat', 'supervisor'],
    icon: IconChartBar,
  },
  administration: {
    path: '/petugas/administrasi',
    title: 'administration',
    roles: ['administrator'],
    icon: IconAdjustments,
  },
} as const satisfies Record<string, StaffPlace>

export interface StaffRow extends PageRow {
  readonly place: StaffPlace
  /** Below a place's own page: not in the navigation. */
  readonly isBelow: boolean
}

/** A place's own page: `pageAt(places.counter, () => import('../counter/page.tsx'))`. */
export function pageAt(place: StaffPlace, load: LoadPage): StaffRow {
  return { path: place.path, place, load, isBelow: false }
}

/** A page below it: `pageBelow(places.capture, '/:caseId', () => import(…))`. */
export function pageBelow(place: StaffPlace, rest: `/${string}`, load: LoadPage): StaffRow {
  return { path: place.path + rest, place, load, isBelow: true }
}

/** Where each role begins its day; the adjudicator's work is at the center. */
export const startPlaces: Readonly<Record<Role, StaffPlace | undefined>> = {
  'petugas-informasi': places.desk,
  'kepala-desa': places.village,
  'petugas-loket': places.counter,
  'operator-ktp': places.capture,
  supervisor: places.supervisor,
  adjudicator: undefined,
  camat: places.camat,
  administrator: places.administration,
}

/** The rows a role may enter, in the order of the table. */
export function rowsFor(role: Role, rows: readonly StaffRow[]): readonly StaffRow[] {
  return rows.filter(({ place }) => place.roles.includes(role))
}

/** Where `/petugas` leads: the role's start page if it is there, else the first page it may enter. */
export function startPathOf(role: Role, rows: readonly StaffRow[]): string | undefined {
  const own = rowsFor(role, rows).filter((row) => !row.isBelow)
  const start = own.find(({ place }) => place === startPlaces[role]) ?? own[0]
  return start?.path
}
