// Store — the keyed hashes of each case, and who is like a newcomer by them or by NIK.
//
// Nothing is decided by it: names and birth dates are shared by strangers. It is written beside the
// search, for whoever looks into the case.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import { alikeMax, datesComparedMax, nameSimilarityMin } from '../limits.ts'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import type { Demographics } from './demographics.ts'

export interface Alike {
  readonly caseId: CaseId
  readonly sameNik: boolean
  readonly sameBirthDate: boolean
  /** Trigrams that both names have, as a share of all that either has: 0 to 1. */
  readonly nameSimilarity: number
}

export async function storeDemographics(
  transaction: CenterTransaction,
  caseId: CaseId,
  demographics: Demographics,
): Promise<void> {
  await transaction.insertInto('demographics').values(rowOf(caseId, demographics)).execute()
}

function rowOf(caseId: CaseId, { nameTrigrams, birthDate, nearDates }: Demographics) {
  return {
    case_id: caseId,
    name_trigrams: [...nameTrigrams],
    birth_date: birthDate,
    near_dates: [...nearDates],
  }
}

/** Cases behind `after`, in their order, that were stored before there was such a thing. */
export async function findWithoutDemographics(
  db: CenterDb,
  after: CaseId | undefined,
  countMax: number,
): Promise<readonly { readonly caseId: CaseId; readonly sealedBiodata: Buffer }[]> {
  const rows = await db
    .selectFrom('enrollments')
    .leftJoin('demographics', 'demographics.case_id', 'enrollments.case_id')
    .select(['enrollments.case_id', 'sealed_biodata'])
    .where('demographics.case_id', 'is', null)
    .$if(after !== undefined, (query) => query.where('enrollments.case_id', '>', after as string))
    .orderBy('enrollments.case_id')
    .limit(countMax)
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id as CaseId,
    sealedBiodata: row.sealed_biodata,
  }))
}

/** All of these or none; whoever has theirs by now keeps them. */
export async function storeMissingDemographics(
  db: CenterDb,
  made: readonly { readonly caseId: CaseId; readonly demographics: Demographics }[],
): Promise<void> {
  if (made.length === 0) return
  await db
    .insertInto('demographics')
    .values(made.map(({ caseId, demographics }) => rowOf(caseId, demographics)))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Of all cases that were ever stored; the same NIK first, then the same birth date, then by name. */
export async function findAlike(
  transaction: CenterTransaction,
  caseId: CaseId,
): Promise<readonly Alike[]> {
  const { rows } = await sql<Alike>`
    with newcomer as (
      select e.case_id, e.nik_index, d.name_trigrams, d.birth_date, d.near_dates
      from enrollments e left join demographics d using (case_id)
      where e.case_id = ${caseId}
    ), near as (
      select d.case_id from demographics d, newcomer n
      where d.near_dates && n.near_dates and d.case_id <> n.case_id
      limit ${datesComparedMax}
    ), same_nik as (
      select e.case_id from enrollments e, newcomer n
      where e.nik_index = n.nik_index and e.case_id <> n.case_id
      order by e.received_at desc
      limit ${alikeMax}
    ), compared as (
      select c.case_id, c.same_nik,
        coalesce(d.birth_date = n.birth_date, false) as same_birth_date,
        coalesce(shared.count::float8 /
          (cardinality(d.name_trigrams) + cardinality(n.name_trigrams) - shared.count), 0)
          as name_similarity
      from (
        select case_id, bool_or(same_nik) as same_nik from (
          select case_id, false as same_nik from near
          union all select case_id, true from same_nik
        ) both_ways group by case_id
      ) c
      cross join newcomer n
      left join demographics d on d.case_id = c.case_id
      cross join lateral (
        select count(*) from unnest(d.name_trigrams) trigram where trigram = any (n.name_trigrams)
      ) shared
    )
    select case_id as "caseId", same_nik as "sameNik", same_birth_date as "sameBirthDate",
      name_similarity as "nameSimilarity"
    from compared
    where same_nik or name_similarity >= ${nameSimilarityMin}
    order by same_nik desc, same_birth_date desc, name_similarity desc, case_id
    limit ${alikeMax}`.execute(transaction)
  return rows
}
