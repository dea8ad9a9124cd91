// Work — which of the waiting cases are whose: the filters of the list, and the next one to take.

import type { AdjudicationRow } from './wire.ts'

export const workFilters = ['all', 'free', 'own', 'given', 'second', 'disputed'] as const
export type WorkFilter = (typeof workFilters)[number]

export function isLike(row: AdjudicationRow, filter: WorkFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'free':
      return row.mayTake && row.claimed === null
    case 'own':
      return row.claimed?.own === true
    case 'given':
      return row.given
    // Only supervisors are told of these; to an expert they look like any other.
    case 'second':
      return row.standing === 'second' && !row.given
    case 'disputed':
      return row.standing === 'disputed'
  }
}

/** All, what can be taken, and what else there is any of. */
export function filtersOf(rows: readonly AdjudicationRow[]): readonly WorkFilter[] {
  return workFilters.filter(
    (it) => it === 'all' || it === 'free' || it === 'own' || rows.some((row) => isLike(row, it)),
  )
}

/** What one has taken already comes before what is free. */
export function oldestToTake(rows: readonly AdjudicationRow[]): AdjudicationRow | undefined {
  return rows.find((row) => isLike(row, 'own')) ?? rows.find((row) => isLike(row, 'free'))
}
