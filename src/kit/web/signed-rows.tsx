// Signed rows — pages for signed-in people: who may enter, what the navigation calls them.

import type { ComponentType } from 'react'
import type { Catalogs } from './language.tsx'
import { isWithin } from './match.tsx'
import type { PageRow } from './pages.tsx'

export interface SignedRow extends PageRow {
  readonly roles: readonly string[]
  /** Without a title the page is not in the navigation: one comes to it from another page. */
  readonly title?: Catalogs<string>
  readonly icon?: ComponentType<{ readonly size: number; readonly stroke: number }>
}

/** The rows a role may enter, in the order of the table. */
export function rowsFor(role: string, rows: readonly SignedRow[]): readonly SignedRow[] {
  return rows.filter(({ roles }) => roles.includes(role))
}

/** The role's own start page if it is there, else the first of the navigation it may enter. */
export function startPathOf(
  role: string,
  rows: readonly SignedRow[],
  startPath: string | undefined,
): string | undefined {
  const own = rowsFor(role, rows).filter(({ title }) => title !== undefined)
  const start = own.find(({ path }) => path === startPath) ?? own[0]
  return start?.path
}

/**
 * Where the way goes on after signing in. `next` stood in the address, which anybody can write:
 * only this program's own pages under `home` count.
 */
export function pathAfterSignIn(next: string | null, home: string): string {
  if (next === null || !next.startsWith('/') || /\\|\/\//.test(next)) return home
  return home === '/' || isWithin(home, next) ? next : home
}
