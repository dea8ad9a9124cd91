// Places — where the center's people work: the path, who may enter, title and sign for the navigation.

import {
  IconAdjustments,
  IconBuildingCommunity,
  IconDatabase,
  IconFingerprint,
  IconSpeakerphone,
  IconTimeline,
} from '@tabler/icons-react'
import type { LoadPage } from '#kit/web/pages'
import type { SignedRow } from '#kit/web/signed-rows'
import type { Role } from '#staff/roles'

export type Place = Required<Pick<SignedRow, 'path' | 'title' | 'icon'>> & {
  readonly roles: readonly Role[]
}

export const places = {
  adjudication: {
    path: '/adjudikasi',
    title: { id: 'Ajudikasi', en: 'Adjudication' },
    roles: ['adjudicator', 'supervisor'],
    icon: IconFingerprint,
  },
  pipeline: {
    path: '/pipa',
    title: { id: 'Alur identifikasi', en: 'Pipeline' },
    roles: ['adjudicator', 'supervisor', 'administrator'],
    icon: IconTimeline,
  },
  gallery: {
    path: '/galeri',
    title: { id: 'Galeri', en: 'Gallery' },
    roles: ['supervisor', 'administrator'],
    icon: IconDatabase,
  },
  notices: {
    path: '/pengumuman',
    title: { id: 'Pengumuman', en: 'Notices' },
    roles: ['supervisor', 'administrator'],
    icon: IconSpeakerphone,
  },
  offices: {
    path: '/kantor',
    title: { id: 'Kantor', en: 'Offices' },
    roles: ['administrator'],
    icon: IconBuildingCommunity,
  },
  administration: {
    path: '/administrasi',
    title: { id: 'Akun', en: 'Accounts' },
    roles: ['administrator'],
    icon: IconAdjustments,
  },
} as const satisfies Record<string, Place>

/** Where each role begins its day; the other roles work at the offices. */
export const startPaths: Readonly<Partial<Record<Role, string>>> = {
  adjudicator: places.adjudication.path,
  supervisor: places.pipeline.path,
  administrator: places.offices.path,
}

/** A place's own page, in the navigation. */
export function pageAt(place: Place, load: LoadPage): SignedRow {
  return { ...place, load }
}

/** A page below a place, for the same people: `pageBelow(places.adjudication, '/:id', …)`. */
export function pageBelow(place: Place, rest: `/${string}`, load: LoadPage): SignedRow {
  return { path: place.path + rest, roles: place.roles, load }
}
