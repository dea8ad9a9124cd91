// Opinions — what each expert found of a case: appended, and read again in order.

import type { CaseId } from '#enrollment/events'
import type { AccountId } from '#staff/account'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import type { CenterWorld } from '../world.ts'
import type { Opinion, Verdict } from './adjudication.ts'

type Db = CenterDb | CenterTransaction

export interface GivenOpinion extends Opinion {
  readonly atMs: number
  readonly sealedReason: Buffer
}

export async function readOpinions(db: Db, caseId: string): Promise<readonly GivenOpinion[]> {
  const rows = await db
    .selectFrom('adjudication_opinions')
    .select(['given_by', 'verdict', 'same_as', 'sealed_reason', 'given_at'])
    .where('case_id', '=', caseId)
    .orderBy('opinion_id')
    .execute()
  return rows.map((row) => ({
    by: row.given_by,
    verdict: row.verdict,
    sameAs: row.same_as,
    atMs: row.given_at.getTime(),
    sealedReason: row.sealed_reason,
  }))
}

export interface NewOpinion {
  readonly caseId: CaseId
  readonly by: AccountId
  readonly verdict: Verdict
  readonly sameAs: string | null
  readonly reason: string
}

/** The caller holds the case's row, so that no two speak at once. */
export async function addOpinion(
  { vault }: Pick<CenterWorld, 'vault'>,
  transaction: CenterTransaction,
  { caseId, by, verdict, sameAs, reason }: NewOpinion,
  atMs: number,
): Promise<void> {
  await transaction
    .insertInto('adjudication_opinions')
    .values({
      case_id: caseId,
      given_by: by,
      verdict,
      same_as: sameAs,
      sealed_reason: vault.sealText(reason.trim(), contextOf(caseId, by)),
      given_at: new Date(atMs),
    })
    .execute()
}

export function reasonOf(
  { vault }: Pick<CenterWorld, 'vault'>,
  caseId: CaseId,
  { by, sealedReason }: GivenOpinion,
): string {
  return vault.openText(sealedReason, contextOf(caseId, by))
}

function contextOf(caseId: CaseId, by: string): string {
  return `adjudication_opinions/${caseId}/${by}`
}
