// Pipeline — what the center does with a packet, in order, from the inbox to a decision.
//
//   received ──▶ extracted ──▶ searched ──▶ decided
//      │  verify      │  demographic    │  lock: own NIK, whoever came since the
//      │  unseal      │  check, then    │  search; decide, record, and into the
//      │  extract     │  one against    │  gallery
//      │  store       │  all            ▼
//      ▼              ▼              the log tells the office
//   set aside with its reason
//
// The first step finds the packet in the file from which it was acknowledged, and lays it into the
// database; so only the process that has the file can take it.
//
// Each arrow is a step: one transaction that also moves the packet's row of work on, so after a
// crash anywhere the step before is not done again and this one leaves no trace. Several processes
// may take steps at once, each of another packet.

import type { Gallery, SearchFailure } from './afis/gallery.ts'
import { type ExamineFinger, examineHere } from './enroll/extract-fingers.ts'
import { lookFirst, lookLast } from './identify.ts'
import { retryFirstMs, retryMsMax, searchTriesCounted, triesMax } from './limits.ts'
import type { CenterTransaction } from './log/log.ts'
import { receive } from './receive.ts'
import { type Claim, claimWork, holdClaim, postpone, type Stage, setAside } from './work/store.ts'
import type { CenterWorld } from './world.ts'

/** What the steps work with, beside the world. */
export interface PipelineParts {
  readonly gallery: Gallery
  readonly examine: ExamineFinger
}

type Step = (
  world: CenterWorld,
  parts: PipelineParts,
  transaction: CenterTransaction,
  claim: Claim,
) => Promise<SearchFailure | undefined>

/** What is done to a packet that has come so far. */
const steps: Readonly<Record<Exclude<Stage, 'decided'>, Step>> = {
  received: (...given) => receive(...given).then(() => undefined),
  extracted: lookFirst,
  searched: lookLast,
}

/**
 * Takes the next packet through; answers its digest, or undefined when none is due. Throws where a
 * step failed for the center's own fault; the packet is then tried again later.
 */
export async function processNext(
  world: CenterWorld,
  gallery: Gallery,
  examine: ExamineFinger = examineHere,
): Promise<string | undefined> {
  const claimOf = (digest?: string) =>
    claimWork(world.db, {
      atMs: world.clock(),
      token: world.ids(),
      folderId: world.uploads.folderId,
      ...(digest === undefined ? {} : { digest }),
    })
  const first = await claimOf()
  // As many rounds as there are steps: each takes the packet on, sets it aside or throws.
  for (let claim = first; claim !== undefined; claim = await claimOf(claim.digest)) {
    await takeStep(world, { gallery, examine }, claim)
  }
  return first?.digest
}

async function takeStep(world: CenterWorld, parts: PipelineParts, claim: Claim): Promise<void> {
  // Begun so often and never ended: it took the whole process with it.
  if (claim.tries > triesMax) {
    return setAside(world.db, claim, 'center.gave-up', world.clock())
  }
  const { stage } = claim
  if (stage === 'decided') return
  let isDone = false
  try {
    const failure = await world.db.transaction().execute(async (transaction) => {
      if (!(await holdClaim(transaction, claim))) return undefined
      const failed = await steps[stage](world, parts, transaction, claim)
      isDone = failed === undefined
      return failed
    })
    if (failure !== undefined) await queueAgain(world, claim, failure)
  } catch (fault) {
    await putOff(world, claim)
    throw fault
  }
  if (isDone && claim.isKeptHere) await world.uploads.discard(claim.digest)
}

/**
 * A search that was not whole wrote nothing. It is never set aside for that: the gallery comes back,
 * and nobody is told of a case that is over.
 */
async function queueAgain(
  world: CenterWorld,
  claim: Claim,
  { code, missing }: SearchFailure,
): Promise<void> {
  world.log(`search: ${code} ${missing.join(', ')}`)
  const tries = Math.min(claim.tries, searchTriesCounted)
  await postpone(world.db, { ...claim, tries }, code, world.clock() + waitMsAfter(tries))
}

function waitMsAfter(tries: number): number {
  return Math.min(retryFirstMs * 2 ** (tries - 1), retryMsMax)
}

/** The transaction was undone, so the packet still stands where it stood. */
async function putOff(world: CenterWorld, claim: Claim): Promise<void> {
  const atMs = world.clock()
  if (claim.tries >= triesMax) return setAside(world.db, claim, 'center.gave-up', atMs)
  await postpone(world.db, claim, 'center.fault', atMs + waitMsAfter(claim.tries))
}
