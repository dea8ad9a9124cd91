// Staff places — each role finds its work, and every page can be fetched.

import { expect, test } from 'vitest'
import { findRow } from '#kit/web/pages'
import { rowsFor, startPathOf } from '#kit/web/signed-rows'
import { rolesOf } from '#staff/roles'
import { residentRows } from './resident-routes.tsx'
import { type Place, pageAt, pageBelow, places, startPaths } from './staff-places.tsx'
import { staffRows } from './staff-routes.tsx'

const all: readonly Place[] = Object.values(places)
const load = async () => ({ Page: () => null })
const rows = [
  ...all.map((place) => pageAt(place, load)),
  pageBelow(places.capture, '/:caseId', load),
]

test.each(rolesOf('office').map((role) => [role] as const))(
  'the day of the %s begins on a page of the own role',
  (role) => {
    const start = startPaths[role]
    expect(all.find(({ path }) => path === start)?.roles).toContain(role)
    expect(startPathOf(role, rows, start)).toBe(start)
  },
)

test('who works at the center has no page here', () => {
  expect(rowsFor('adjudicator', rows)).toEqual([])
})

test('only the operator opens a case for capture', () => {
  const path = '/petugas/perekaman/7'
  const enter = (role: string) => findRow(rowsFor(role, rows), path)?.params
  expect(enter('operator-ktp')).toEqual({ caseId: '7' })
  for (const role of rolesOf('office').filter((it) => it !== 'operator-ktp')) {
    expect(enter(role)).toBeUndefined()
  }
})

test('no two places share a path or a title', () => {
  const counted = (values: readonly string[]) => new Set(values).size
  for (const values of [
    all.map(({ path }) => path),
    all.map(({ title }) => title.id),
    all.map(({ title }) => title.en),
  ]) {
    expect(counted(values)).toBe(all.length)
  }
})

test('every page there is can be fetched and shows something', async () => {
  for (const row of [...residentRows, ...staffRows]) {
    expect((await row.load()).Page).toBeTypeOf('function')
  }
})
