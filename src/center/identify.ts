// Identify — the second and third step: one against all without a lock, then under the lock of
// decisions whoever came since, and the decision.

import type { CaseId } from '#enrollment/events'
import { type Gallery, isSearchFailure, type SearchFailure } from './afis/gallery.ts'
import { parametersSha256 } from './afis/snapshot.ts'
import { lockDecisions } from './catch-up.ts'
import { decide, type SearchDecision } from './decision/decide.ts'
import { openAdjudication, recordSearch } from './decision/store.ts'
import { type Alike, findAlike } from './demographics/store.ts'
import { appendFact, type CenterTransaction } from './log/log.ts'
import { enrollInGallery, getNikIndex } from './records/store.ts'
import { type FirstLook, type SearchParts, searchEverybody, searchTheRest } from './search-for.ts'
import { type Claim, readFirstLook, setStage } from './work/store.ts'
import type { CenterWorld } from './world.ts'

interface Parts {
  readonly gallery: Gallery
}

/** What the first look leaves for the last. */
type Looked = FirstLook & { readonly alike: readonly Alike[] }

/** Searches everyone, by fingers and on paper, while others decide. */
export async function lookFirst(
  world: CenterWorld,
  { gallery }: Parts,
  transaction: CenterTransaction,
  { digest, caseId }: Claim,
): Promise<SearchFailure | undefined> {
  const found = await searchEverybody(transaction, searchParts(world, gallery), caseId)
  if (isSearchFailure(found)) return found
  const firstLook: Looked = { ...found, alike: await findAlike(transaction, caseId) }
  await setStage(transaction, { digest }, { stage: 'searched', firstLook }, world.clock())
  return undefined
}

/** Searches whoever came since and decides: nobody else does until this ends. */
export async function lookLast(
  world: CenterWorld,
  { gallery }: Parts,
  transaction: CenterTransaction,
  claim: Claim,
): Promise<SearchFailure | undefined> {
  const { digest, caseId } = claim
  // Written by the step before alone.
  const firstLook = (await readFirstLook(transaction, claim)) as Looked
  // What another version of the engine found is not what this one would have: it looks again.
  if (firstLook.parametersSha256 !== parametersSha256) {
    await setStage(transaction, { digest }, { stage: 'extracted' }, world.clock())
    return undefined
  }
  const about = { caseId, nikIndex: await getNikIndex(transaction, caseId) }
  await lockDecisions(transaction)
  const outcome = await searchTheRest(transaction, searchParts(world, gallery), about, firstLook)
  if (isSearchFailure(outcome)) return outcome
  const searched = { outcome, alike: firstLook.alike }
  await recordSearch(transaction, caseId, searched, world.clock())
  const decision = decide(outcome, outcome.policy)
  await record(world, transaction, claim, decision)
  if (decision.status === 'PRINT_READY_RECORD') {
    await enrollInGallery(transaction, caseId, world.clock(), outcome.own?.personId)
  }
  await setStage(transaction, { digest }, { stage: 'decided' }, world.clock())
  return undefined
}

async function record(
  world: CenterWorld,
  transaction: CenterTransaction,
  about: { readonly caseId: CaseId; readonly officeId: string },
  decision: SearchDecision,
): Promise<void> {
  const atMs = world.clock()
  const isDoubtful = decision.status === 'ADJUDICATE_RECORD'
  if (isDoubtful) await openAdjudication(transaction, about.caseId, decision, atMs)
  const told = isDoubtful ? { status: decision.status } : decision
  await appendFact(transaction, about, { type: 'decided', decision: told }, atMs)
}

function searchParts({ settings }: CenterWorld, gallery: Gallery): SearchParts {
  return { gallery, rate: settings.falsePositiveRate, withinMs: settings.searchMsMax }
}
