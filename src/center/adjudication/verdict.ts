// Verdict — an expert's word, written down with all that follows from it, in one step.

import type { CaseId } from '#enrollment/events'
import { fail, ok, type Result } from '#kit/result'
import type { AccountId } from '#staff/account'
import { lockDecisions } from '../catch-up.ts'
import { recordCenterAct } from '../log/act.ts'
import { appendFact, type CenterTransaction } from '../log/log.ts'
import { enrollInGallery } from '../records/store.ts'
import type { CenterWorld } from '../world.ts'
import { type AdjudicationIssue, outcomeOf, type Spoken } from './adjudication.ts'
import { type Adjudication, addCandidates, findAdjudication, settle } from './store.ts'

/** Others in the gallery who resemble the newcomer and were not shown to the expert. */
export type FindNewSuspects = (
  transaction: CenterTransaction,
  about: Pick<Adjudication, 'caseId' | 'nikIndex'>,
  shown: readonly CaseId[],
) => Promise<readonly { readonly caseId: CaseId; readonly score: number }[]>

export interface VerdictNeeds {
  readonly world: CenterWorld
  readonly findNewSuspects: FindNewSuspects
}

/** Answers whether it is settled; if not, the expert has more people to look at. */
export async function giveVerdict(
  { world, findNewSuspects }: VerdictNeeds,
  caseId: string,
  spoken: Spoken,
  by: AccountId,
): Promise<Result<boolean, AdjudicationIssue>> {
  return world.db.transaction().execute(async (transaction) => {
    const held = await findAdjudication(transaction, caseId, true)
    const mine = checkHeld(held, by)
    if (!mine.ok) return mine
    const outcome = outcomeOf(spoken, mine.value.candidates)
    if (!outcome.ok) return outcome
    if (outcome.value.isUnique) {
      await lockDecisions(transaction)
      const shown = mine.value.candidates.map((it) => it.caseId)
      const more = await findNewSuspects(transaction, mine.value, shown)
      if (more.length > 0) {
        await addCandidates(transaction, mine.value, more)
        return ok(false)
      }
      await enrollInGallery(transaction, mine.value.caseId, world.clock())
    }
    await appendFact(transaction, mine.value, outcome.value.fact, world.clock())
    await writeDown(world, transaction, mine.value.caseId, spoken, by)
    return ok(true)
  })
}

function checkHeld(
  held: Adjudication | undefined,
  by: AccountId,
): Result<Adjudication, AdjudicationIssue> {
  if (held === undefined) return fail({ code: 'adjudication.unknown' })
  if (held.decided !== undefined) return fail({ code: 'adjudication.decided' })
  if (held.claimedBy === undefined) return fail({ code: 'adjudication.not-claimed' })
  return held.claimedBy === by ? ok(held) : fail({ code: 'adjudication.claimed' })
}

async function writeDown(
  world: CenterWorld,
  transaction: CenterTransaction,
  caseId: CaseId,
  { verdict, sameAs, reason }: Spoken,
  by: AccountId,
): Promise<void> {
  const same = verdict === 'same-person' ? (sameAs ?? null) : null
  const sealedReason = world.vault.sealText(reason.trim(), `adjudications/${caseId}`)
  await settle(transaction, caseId, { verdict, sameAs: same, sealedReason, by }, world.clock())
  await recordCenterAct(transaction, {
    at: world.clock(),
    actor: by,
    act: 'adjudication.decided',
    subject: { caseId, verdict, ...(same === null ? {} : { sameAs: same }) },
  })
}
