// Verdict — an expert's word, written down with all that follows from it, in one step.

import type { CaseId } from '#enrollment/events'
import { fail, ok, type Result } from '#kit/result'
import type { AccountId } from '#staff/account'
import { lockDecisions } from '../catch-up.ts'
import { type CenterAct, recordCenterAct } from '../log/act.ts'
import { appendFact, type CenterTransaction } from '../log/log.ts'
import { enrollInGallery } from '../records/store.ts'
import type { CenterWorld } from '../world.ts'
import {
  type AdjudicationIssue,
  checkTurn,
  type Outcome,
  outcomeOf,
  type Speaker,
  type Spoken,
  type Step,
  stepOf,
} from './adjudication.ts'
import { addOpinion, readOpinions } from './opinions.ts'
import {
  type Adjudication,
  addCandidates,
  findAdjudication,
  giveBack,
  type Suspect,
  settle,
} from './store.ts'

/**
 * Others in the gallery who resemble the newcomer and were not shown to the expert; undefined where not
 * all of it could be searched.
 */
export type FindNewSuspects = (
  transaction: CenterTransaction,
  about: Pick<Adjudication, 'caseId' | 'nikIndex'>,
  shown: readonly CaseId[],
) => Promise<readonly Suspect[] | undefined>

export interface VerdictNeeds {
  readonly world: CenterWorld
  readonly findNewSuspects: FindNewSuspects
}

/** `more-came`: not spoken yet, others who resemble the newcomer are to be looked at first. */
export type Given = Step | 'more-came'

/** Writes down what one expert found; the case is settled where that takes nobody else. */
export async function giveVerdict(
  needs: VerdictNeeds,
  caseId: string,
  spoken: Spoken,
  by: Speaker & { readonly accountId: AccountId },
): Promise<Result<Given, AdjudicationIssue>> {
  return needs.world.db.transaction().execute(async (transaction) => {
    const held = await findAdjudication(transaction, caseId, true)
    const mine = checkHeld(held, by.accountId)
    if (!mine.ok) return mine
    const before = await readOpinions(transaction, caseId)
    const turn = checkTurn(before, by)
    if (!turn.ok) return turn
    const outcome = outcomeOf(spoken, mine.value.candidates)
    if (!outcome.ok) return outcome
    const sameAs = spoken.verdict === 'same-person' ? (spoken.sameAs ?? null) : null
    const step = stepOf(before, { verdict: spoken.verdict, sameAs })
    if (!step.ok) return step
    const about = { held: mine.value, spoken: { ...spoken, sameAs }, by: by.accountId }
    return step.value === 'settled'
      ? settleCase(needs, transaction, about, outcome.value)
      : ok(await passOn(needs.world, transaction, about, step.value))
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

interface Speech {
  readonly held: Adjudication
  readonly spoken: Pick<Spoken, 'verdict' | 'reason'> & { readonly sameAs: string | null }
  readonly by: AccountId
}

/** Nobody is called unique before whoever came into the gallery meanwhile has been looked at. */
async function settleCase(
  { world, findNewSuspects }: VerdictNeeds,
  transaction: CenterTransaction,
  { held, spoken, by }: Speech,
  { fact, isUnique }: Outcome,
): Promise<Result<Given, AdjudicationIssue>> {
  const atMs = world.clock()
  const { caseId } = held
  if (isUnique) {
    await lockDecisions(transaction)
    const shown = held.candidates.map((it) => it.caseId)
    const more = await findNewSuspects(transaction, held, shown)
    if (more === undefined) return fail({ code: 'adjudication.not-searched' })
    if (more.length > 0) {
      await addCandidates(transaction, held, more)
      return ok('more-came')
    }
    await enrollInGallery(transaction, caseId, atMs)
  }
  const { verdict, sameAs, reason } = spoken
  await appendFact(transaction, held, fact, atMs)
  await addOpinion(world, transaction, { caseId, by, verdict, sameAs, reason }, atMs)
  const sealedReason = world.vault.sealText(reason.trim(), `adjudications/${caseId}`)
  await settle(transaction, caseId, { verdict, sameAs, sealedReason, by }, atMs)
  await recordOpinion(transaction, { held, spoken, by }, 'adjudication.decided', atMs)
  return ok('settled')
}

/** Keeps the opinion, and gives the case back for somebody else to look at. */
async function passOn(
  world: CenterWorld,
  transaction: CenterTransaction,
  speech: Speech,
  step: 'proposed' | 'disputed',
): Promise<Given> {
  const atMs = world.clock()
  const { held, spoken, by } = speech
  await addOpinion(world, transaction, { caseId: held.caseId, by, ...spoken }, atMs)
  await giveBack(transaction, held.caseId)
  await recordOpinion(transaction, speech, `adjudication.${step}`, atMs)
  return step
}

async function recordOpinion(
  transaction: CenterTransaction,
  { held: { caseId }, spoken: { verdict, sameAs }, by }: Speech,
  act: CenterAct,
  at: number,
): Promise<void> {
  const subject = { caseId, verdict, ...(sameAs === null ? {} : { sameAs }) }
  await recordCenterAct(transaction, { at, actor: by, act, subject })
}
