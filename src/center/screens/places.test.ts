// Places — each place of the center is for a role that may enter it.

import { expect, test } from 'vitest'
import { findRow } from '#kit/web/pages'
import { rowsFor, startPathOf } from '#kit/web/signed-rows'
import { roles, rolesOf } from '#staff/roles'
import { type Place, pageAt, pageBelow, places, startPaths } from './places.tsx'
import { openRows, signedRows } from './routes.tsx'

const all: readonly Place[] = Object.values(places)
const load = async () => ({ Page: () => null })
const rows = [
  ...all.map((place) => pageAt(place, load)),
  pageBelow(places.adjudication, '/:id', load),
]

test.each(rolesOf('center').map((role) => [role] as const))(
  'the day of the %s begins on a page of the own role',
  (role) => {
    const start = startPaths[role]
    expect(all.find(({ path }) => path === start)?.roles).toContain(role)
    expect(startPathOf(role, rows, start)).toBe(start)
  },
)

test('whoever works only at an office enters nothing here', () => {
  for (const role of roles.filter((it) => !rolesOf('center').includes(it))) {
    expect(rowsFor(role, rows)).toEqual([])
  }
})

test('the administrator sees no case of adjudication', () => {
  expect(findRow(rowsFor('administrator', rows), '/adjudikasi/7')).toBeUndefined()
  expect(findRow(rowsFor('adjudicator', rows), '/adjudikasi/7')?.params).toEqual({ id: '7' })
})

test('every page there is can be fetched and shows something', async () => {
  for (const row of [...openRows, ...signedRows]) {
    expect((await row.load()).Page).toBeTypeOf('function')
  }
})
