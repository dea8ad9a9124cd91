// Store — the cases that wait for an expert: listed, taken, given back, settled.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { fail, ok, type Result } from '#kit/result'
import { adjudicationsListedMax } from '../limits.ts'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import {
  type AdjudicationIssue,
  checkTurn,
  type ShownCandidate,
  type Speaker,
  type Spoken,
} from './adjudication.ts'
import { readOpinions } from './opinions.ts'

type Db = CenterDb | CenterTransaction

/** Adjudicators who can sign in. */
export async function readExperts(db: CenterDb): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('accounts')
    .select('account_id')
    .where('role', '=', 'adjudicator')
    .where('active', '=', true)
    .execute()
  return rows.map((row) => row.account_id)
}

/** The oldest first. */
export async function listOpen(db: CenterDb) {
  return db
    .selectFrom('adjudications')
    .innerJoin('enrollments', 'enrollments.case_id', 'adjudications.case_id')
    .innerJoin('offices', 'offices.office_id', 'enrollments.office_id')
    .leftJoin('accounts', 'accounts.account_id', 'adjudications.claimed_by')
    .select([
      'adjudications.case_id',
      'adjudications.reason',
      'adjudications.candidates',
      'adjudications.opened_at',
      'adjudications.claimed_by',
      'accounts.display_name',
      'offices.name',
      sql<string[]>`array(select given_by::text from adjudication_opinions o
        where o.case_id = adjudications.case_id)`.as('spokenBy'),
    ])
    .where('decided_at', 'is', null)
    .orderBy('opened_at')
    .limit(adjudicationsListedMax)
    .execute()
}

/** A finger of the newcomer, and the recorded one that the search compared it with. */
export interface ComparedFinger {
  readonly position: FingerPosition
  readonly recordedPosition: FingerPosition
  readonly score: number
}

export interface Suspect {
  readonly caseId: CaseId
  readonly score: number
  readonly fingers: readonly ComparedFinger[]
}

export type Candidate = Suspect & ShownCandidate

export interface Adjudication {
  readonly caseId: CaseId
  readonly officeId: string
  readonly nikIndex: Buffer
  readonly reason: 'doubtful' | 'own-nik-differs' | 'several-matches' | 'nothing-to-compare'
  readonly openedAtMs: number
  readonly claimedBy: string | undefined
  readonly candidates: readonly Candidate[]
  readonly decided:
    | { readonly verdict: Spoken['verdict']; readonly sameAs: string | null; readonly atMs: number }
    | undefined
}

export async function findAdjudication(
  db: Db,
  caseId: string,
  hold = false,
): Promise<Adjudication | undefined> {
  const row = await db
    .selectFrom('adjudications')
    .innerJoin('enrollments', 'enrollments.case_id', 'adjudications.case_id')
    .selectAll('adjudications')
    .select(['enrollments.office_id', 'enrollments.nik_index'])
    .where('adjudications.case_id', '=', caseId)
    .$if(hold, (query) => query.forUpdate('adjudications'))
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    caseId: row.case_id as CaseId,
    officeId: row.office_id,
    nikIndex: row.nik_index,
    reason: row.reason,
    openedAtMs: row.opened_at.getTime(),
    claimedBy: row.claimed_by ?? undefined,
    candidates: await readCandidates(db, row.candidates, row.nik_index),
    decided:
      row.verdict === null || row.decided_at === null
        ? undefined
        : { verdict: row.verdict, sameAs: row.same_as, atMs: row.decided_at.getTime() },
  }
}

async function readCandidates(
  db: Db,
  stored: unknown,
  nikIndex: Buffer,
): Promise<readonly Candidate[]> {
  // Written by the decision alone.
  const candidates = stored as readonly (Omit<Suspect, 'fingers'> & Partial<Suspect>)[]
  if (candidates.length === 0) return []
  const indexes = await db
    .selectFrom('enrollments')
    .select(['case_id', 'nik_index'])
    .where('case_id', 'in', [...candidates.map((it) => it.caseId)])
    .execute()
  const isOwn = (caseId: string) =>
    indexes.some((row) => row.case_id === caseId && row.nik_index.equals(nikIndex))
  return candidates.map(({ caseId, score, fingers = [] }) => ({
    ...{ caseId, score, fingers },
    isOwnNik: isOwn(caseId),
  }))
}

/** Takes the case for one expert; taking it again is no slip. */
export async function claim(
  transaction: CenterTransaction,
  caseId: string,
  who: Speaker,
  atMs: number,
): Promise<Result<undefined, AdjudicationIssue>> {
  const held = await findAdjudication(transaction, caseId, true)
  if (held === undefined) return fail({ code: 'adjudication.unknown' })
  if (held.decided !== undefined) return fail({ code: 'adjudication.decided' })
  const turn = checkTurn(await readOpinions(transaction, caseId), who)
  if (!turn.ok) return turn
  const by = who.accountId
  if (held.claimedBy === by) return ok(undefined)
  if (held.claimedBy !== undefined) return fail({ code: 'adjudication.claimed' })
  await setClaim(transaction, caseId, { claimed_by: by, claimed_at: new Date(atMs) })
  return ok(undefined)
}

/** Gives it back to all; a supervisor may for somebody who is away. */
export async function release(
  transaction: CenterTransaction,
  caseId: string,
  by: { readonly accountId: string; readonly mayForOthers: boolean },
): Promise<Result<undefined, AdjudicationIssue>> {
  const held = await findAdjudication(transaction, caseId, true)
  if (held === undefined) return fail({ code: 'adjudication.unknown' })
  if (held.decided !== undefined) return fail({ code: 'adjudication.decided' })
  if (held.claimedBy === undefined) return ok(undefined)
  if (held.claimedBy !== by.accountId && !by.mayForOthers) {
    return fail({ code: 'adjudication.claimed' })
  }
  await giveBack(transaction, caseId)
  return ok(undefined)
}

export async function giveBack(transaction: CenterTransaction, caseId: string): Promise<void> {
  await setClaim(transaction, caseId, { claimed_by: null, claimed_at: null })
}

async function setClaim(
  transaction: CenterTransaction,
  caseId: string,
  claimed: { readonly claimed_by: string | null; readonly claimed_at: Date | null },
): Promise<void> {
  await transaction
    .updateTable('adjudications')
    .set(claimed)
    .where('case_id', '=', caseId)
    .execute()
}

/** Somebody else who resembles the newcomer came meanwhile: the expert has to look again. */
export async function addCandidates(
  transaction: CenterTransaction,
  { caseId, candidates }: Adjudication,
  more: readonly Suspect[],
): Promise<void> {
  const all = [...candidates, ...more].map(({ caseId, score, fingers }) => ({
    ...{ caseId, score, fingers },
  }))
  await transaction
    .updateTable('adjudications')
    .set({ candidates: JSON.stringify(all) })
    .where('case_id', '=', caseId)
    .execute()
}

export async function settle(
  transaction: CenterTransaction,
  caseId: CaseId,
  spoken: Pick<Spoken, 'verdict'> & {
    readonly sameAs: string | null
    readonly sealedReason: Buffer
    readonly by: string
  },
  atMs: number,
): Promise<void> {
  await transaction
    .updateTable('adjudications')
    .set({
      verdict: spoken.verdict,
      same_as: spoken.sameAs,
      sealed_verdict_reason: spoken.sealedReason,
      decided_by: spoken.by,
      decided_at: new Date(atMs),
    })
    .where('case_id', '=', caseId)
    .execute()
}
