// Searched — the searches that were made for a case: among how many, on what terms, and what they mean.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import { pastEntriesMax } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { AdjudicationReply } from './wire.ts'

type ShownSearch = AdjudicationReply['searches'][number]

/** The share of searches of so many people that bring up a stranger who scores as much. */
export type FprOf = (
  score: number,
  searched: { readonly people: number; readonly fingers: number },
) => number

/** The oldest first. */
export async function readSearches(db: CenterDb, caseId: CaseId): Promise<ShownSearch[]> {
  const rows = await db
    .selectFrom('searches')
    .select(['searched_at', 'gallery_people', 'terms'])
    .select(sql<number>`jsonb_array_length(candidates)`.as('found'))
    .where('case_id', '=', caseId)
    .orderBy('search_id', 'desc')
    .limit(pastEntriesMax)
    .execute()
  return rows.toReversed().map((row) => ({
    atMs: row.searched_at.getTime(),
    people: row.gallery_people,
    found: row.found,
    // Written by the search alone.
    terms: row.terms as ShownSearch['terms'],
  }))
}

/**
 * What a candidate's score means among all that were searched last. Null where nobody was searched:
 * whoever is recorded under the newcomer's own NIK is compared one to one.
 */
export function rateOf(
  fprOf: FprOf,
  { score, isOwnNik }: { readonly score: number; readonly isOwnNik: boolean },
  searches: readonly ShownSearch[],
  newcomerFingers: number,
): number | null {
  const last = searches.at(-1)
  if (isOwnNik || last === undefined || last.people === 0) return null
  const { people, terms } = last
  return fprOf(score, { people, fingers: terms?.fingers ?? newcomerFingers })
}
