import { describe, expect, test } from 'vitest'
import { type Role, rolesOf } from '#staff/roles'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import {
  pageAt,
  pageBelow,
  places,
  rowsFor,
  type StaffPlace,
  startPathOf,
  startPlaces,
} from './staff-places.tsx'

const all: readonly StaffPlace[] = Object.values(places)
const load = async () => ({ Page: () => null })
const rows = [
  ...all.map((place) => pageAt(place, load)),
  pageBelow(places.capture, '/:caseId', load),
]

describe('every role of the office', () => {
  test.each(rolesOf('office').map((role) => [role] as const))(
    '%s begins on a page it may enter',
    (role) => {
      expect(startPlaces[role]?.roles).toContain(role)
      expect(startPathOf(role, rows)).toBe(startPlaces[role]?.path)
    },
  )
})

test('who works at the center has no page here', () => {
  const elsewhere: Role = 'adjudicator'
  expect(rowsFor(elsewhere, rows)).toEqual([])
  expect(startPathOf(elsewhere, rows)).toBeUndefined()
})

test('a role whose start page is not built begins on the first page it may enter', () => {
  const withoutSupervisor = rows.filter(({ place }) => place !== places.supervisor)
  expect(startPathOf('supervisor', withoutSupervisor)).toBe(places.desk.path)
})

test('a page below a place is open to the same people and is nobody’s start', () => {
  expect(rowsFor('operator-ktp', rows).map(({ path }) => path)).toContain(
    '/petugas/perekaman/:caseId',
  )
  expect(startPathOf('operator-ktp', [pageBelow(places.capture, '/:caseId', load)])).toBeUndefined()
})

test('no two places share a path, and each has a title of its own', () => {
  const counted = (values: readonly string[]) => new Set(values).size
  expect(counted(all.map(({ path }) => path))).toBe(all.length)
  for (const { pages } of [id, en]) {
    expect(counted(all.map(({ title }) => pages[title]))).toBe(all.length)
  }
})
