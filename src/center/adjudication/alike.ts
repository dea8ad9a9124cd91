// Alike — who is like the newcomer on paper, by the latest search; and what their fingers say.
//
// Nothing is decided by it (ADR 12). A person who came several times is told once.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { CenterDb } from '../log/log.ts'
import type { CenterWorld } from '../world.ts'
import type { Adjudication } from './store.ts'
import type { AdjudicationReply } from './wire.ts'

export type ShownAlike = AdjudicationReply['alike'][number]

interface FoundAlike {
  readonly caseId: CaseId
  readonly sameNik: boolean
  readonly sameBirthDate: boolean
  readonly nameSimilarity: number
}

interface LatestSearch {
  readonly alike: readonly FoundAlike[]
  readonly ownCaseId: string | undefined
  readonly atMs: number
}

/** Best first, as the search told them. */
export async function readAlike(world: CenterWorld, held: Adjudication): Promise<ShownAlike[]> {
  const search = await readLatestSearch(world.db, held.caseId)
  if (search === undefined || search.alike.length === 0) return []
  const candidates = held.candidates.map((it) => it.caseId)
  const own = search.ownCaseId === undefined ? [] : [search.ownCaseId]
  const asked = [...search.alike.map((it) => it.caseId), ...candidates, ...own]
  const people = await readPeople(world.db, asked, new Date(search.atMs))
  const personOf = (caseId: string) => people.get(caseId)?.personId ?? caseId
  const candidateOf = (caseId: string) =>
    candidates.findIndex((it) => personOf(it) === personOf(caseId))
  const fingersOf = (caseId: string): ShownAlike['fingers'] => {
    if (candidateOf(caseId) !== -1) return 'candidate'
    if (own.some((it) => personOf(it) === personOf(caseId))) return 'own'
    return people.get(caseId)?.wasSearched === true ? 'searched' : 'not-searched'
  }
  const shown: ShownAlike[] = []
  for (const it of onceEach(search.alike, personOf)) {
    const { caseId, sameNik, sameBirthDate, nameSimilarity } = it
    const candidate = candidateOf(caseId)
    shown.push({
      ...{ caseId, sameNik, sameBirthDate, nameSimilarity },
      ...(await readPapers(world, caseId)),
      candidate: candidate === -1 ? null : candidate,
      fingers: fingersOf(caseId),
    })
  }
  return shown
}

/** Of each person's visits the one that is most alike. */
function onceEach(
  alike: readonly FoundAlike[],
  personOf: (caseId: string) => string,
): readonly FoundAlike[] {
  const people = new Map<string, FoundAlike>()
  for (const it of alike) {
    const person = personOf(it.caseId)
    if (!people.has(person)) people.set(person, it)
  }
  return [...people.values()]
}

async function readLatestSearch(db: CenterDb, caseId: CaseId): Promise<LatestSearch | undefined> {
  const row = await db
    .selectFrom('searches')
    .select(['demographics', 'own', 'searched_at'])
    .where('case_id', '=', caseId)
    .orderBy('search_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  // Written by the search alone.
  const own = row.own as { readonly caseId: string } | null
  return {
    alike: row.demographics as readonly FoundAlike[],
    ownCaseId: own?.caseId,
    atMs: row.searched_at.getTime(),
  }
}

/**
 * Whose visit each case is: in the gallery, or found to be a duplicate of one that is; and whether the
 * search could have found its fingers.
 */
async function readPeople(db: CenterDb, caseIds: readonly string[], searchedAt: Date) {
  const { rows } = await sql<{ caseId: string; personId: string | null; wasSearched: boolean }>`
    with asked as (select distinct unnest(${[...caseIds]}::uuid[]) as case_id),
    duplicate as (
      select distinct on (e.case_id) e.case_id, (e.facts->'decision'->>'of')::uuid as of
      from events e join asked using (case_id)
      where e.type = 'decided' order by e.case_id, e.seq desc
    )
    select a.case_id as "caseId", coalesce(g.person_id, o.person_id) as "personId",
      coalesce(g.enrolled_at <= ${searchedAt} and g.removed_at is null
        and exists (select from templates t where t.case_id = a.case_id), false) as "wasSearched"
    from asked a
    left join gallery g on g.case_id = a.case_id
    left join duplicate d on d.case_id = a.case_id
    left join gallery o on o.case_id = d.of`.execute(db)
  return new Map(rows.map((row) => [row.caseId, row]))
}

/** As little of the papers as it takes to see who is meant. */
async function readPapers(
  { db, vault }: CenterWorld,
  caseId: CaseId,
): Promise<Pick<ShownAlike, 'name' | 'birthDate' | 'officeName' | 'receivedAtMs'>> {
  const row = await db
    .selectFrom('enrollments')
    .innerJoin('offices', 'offices.office_id', 'enrollments.office_id')
    .select(['sealed_biodata', 'received_at', 'offices.name'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  // Checked when it came.
  const { name, birthDate } = JSON.parse(
    vault.openText(row.sealed_biodata, `enrollments/${caseId}`),
  ) as { readonly name: string; readonly birthDate: string }
  return { name, birthDate, officeName: row.name, receivedAtMs: row.received_at.getTime() }
}
