// Pipeline — what the center does with a packet, in order, from the inbox to a decision.
//
//   claim → verify → unseal → extract → store ─┬─▶ search → decide → record ──▶ done
//                                              └─ or an issue: ENROLL_FAILURE_AT_CENTRAL, set aside
//
// One packet is one transaction: after a crash anywhere in it the packet still waits, and what is
// done again leaves no second trace. The search and its decision hold a lock, so of two newcomers
// who are the same person the later one meets the earlier one.

import type { CaseId } from '#enrollment/events'
import { type FingerPosition, isFingerPosition } from '#enrollment/fingers'
import type { AnswerFact } from '#enrollment/transfer'
import { fail, ok, type Result } from '#kit/result'
import { type Biodata, parseBiodata } from '#resident/biodata'
import { calendarDateAt } from '#resident/calendar-date'
import type { Gallery } from './afis/gallery.ts'
import { lockDecisions } from './catch-up.ts'
import { decide, type SearchDecision } from './decision/decide.ts'
import { decisionPolicy } from './decision/policy.ts'
import { openAdjudication, recordSearch } from './decision/store.ts'
import { type ExtractionIssue, extractFingers } from './enroll/extract-fingers.ts'
import {
  fingerItemName,
  type OpenedPacket,
  openPacket,
  type UnsealIssue,
  type VerifyIssue,
} from './inbox/open-packet.ts'
import { claimNext, setDone, setRefused, type Waiting } from './inbox/store.ts'
import { appendFact, type CenterTransaction } from './log/log.ts'
import { getOffice } from './offices/store.ts'
import { enrollInGallery, findEnrolledOffice, storeEnrollment } from './records/store.ts'
import { searchFor } from './search-for.ts'
import type { CenterWorld } from './world.ts'

export type PipelineIssue =
  | VerifyIssue
  | UnsealIssue
  | ExtractionIssue
  | { readonly code: 'biodata.unreadable' }
  | { readonly code: 'case.known-already' }

/** Takes the next packet through; answers its digest, or undefined when none is due. */
export async function processNext(
  world: CenterWorld,
  gallery: Gallery,
): Promise<string | undefined> {
  return world.db.transaction().execute(async (transaction) => {
    const waiting = await claimNext(transaction, world.clock())
    if (waiting === undefined) return undefined
    const received = await receive(world, transaction, waiting)
    if (received.ok) {
      await identify(world, transaction, gallery, received.value)
      await setDone(transaction, waiting.digest)
    } else {
      await setRefused(transaction, waiting.digest, received.issue.code)
    }
    return waiting.digest
  })
}

interface Received {
  readonly caseId: CaseId
  readonly officeId: string
  readonly nikIndex: Buffer
  /** Fingers were sent, and none of them has a ridge that could be compared. */
  readonly hasNothingToCompare: boolean
}

/** Opens and stores; says RECEIVED_AT_CENTRAL or ENROLL_FAILURE_AT_CENTRAL. */
async function receive(
  world: CenterWorld,
  transaction: CenterTransaction,
  waiting: Waiting,
): Promise<Result<Received, PipelineIssue>> {
  const { caseId, officeId } = waiting
  // Verified before it was acknowledged; what lay in a database since is not trusted.
  const office = await getOffice(transaction, officeId)
  const opened = await openPacket(waiting.bytes, office, world.keys.sealing)
  const stored = opened.ok ? await store(world, transaction, waiting, opened.value) : opened
  // A second packet of a case that is enrolled changes nothing of what is known of it.
  if (stored.ok || (await findEnrolledOffice(transaction, caseId)) !== officeId) {
    const fact: AnswerFact = stored.ok
      ? { type: 'received' }
      : { type: 'enroll-failed', code: stored.issue.code }
    await appendFact(transaction, { caseId, officeId }, fact, world.clock())
  }
  return stored
}

async function store(
  world: CenterWorld,
  transaction: CenterTransaction,
  waiting: Waiting,
  packet: OpenedPacket,
): Promise<Result<Received, PipelineIssue>> {
  const biodata = readBiodata(packet)
  if (biodata === undefined) return fail({ code: 'biodata.unreadable' })
  const fingers = await extractFingers(fingerRecordsOf(packet))
  if (!fingers.ok) return fingers

  const { caseId } = packet
  const nikIndex = world.vault.blindIndex(biodata.nik)
  const fresh = await storeEnrollment(
    transaction,
    {
      caseId,
      officeId: waiting.officeId,
      packetDigest: waiting.digest,
      nikIndex,
      sealedBiodata: world.vault.sealText(JSON.stringify(biodata), `enrollments/${caseId}`),
      fingers: fingers.value,
    },
    world.clock(),
  )
  if (!fresh) return fail({ code: 'case.known-already' })
  const hasNothingToCompare = packet.manifest.fingers.length > 0 && fingers.value.length === 0
  return ok({ caseId, officeId: waiting.officeId, nikIndex, hasNothingToCompare })
}

/** Searches everyone and decides. A search that could not be made is never a 'unique'. */
async function identify(
  world: CenterWorld,
  transaction: CenterTransaction,
  gallery: Gallery,
  about: Received,
): Promise<void> {
  if (about.hasNothingToCompare) {
    const fact = { type: 'search-failed', code: 'search.nothing-to-compare' } as const
    return appendFact(transaction, about, fact, world.clock())
  }
  await lockDecisions(transaction)
  const outcome = await searchFor(transaction, gallery, about)
  await recordSearch(transaction, about.caseId, outcome, gallery.peopleCount, world.clock())
  const decision = decide(outcome, decisionPolicy)
  await record(world, transaction, about, decision)
  if (decision.status !== 'PRINT_READY_RECORD') return
  await enrollInGallery(transaction, about.caseId, world.clock(), outcome.own?.personId)
}

async function record(
  world: CenterWorld,
  transaction: CenterTransaction,
  about: Received,
  decision: SearchDecision,
): Promise<void> {
  const atMs = world.clock()
  if (decision.status === 'ADJUDICATE_RECORD') {
    await openAdjudication(transaction, about.caseId, decision, atMs)
    await appendFact(
      transaction,
      about,
      { type: 'decided', decision: { status: 'ADJUDICATE_RECORD' } },
      atMs,
    )
  } else {
    await appendFact(transaction, about, { type: 'decided', decision }, atMs)
  }
}

function readBiodata(packet: OpenedPacket): Biodata | undefined {
  try {
    const bytes = packet.items.get('biodata')
    // As on the day of capture: a permit may have run out on the way here.
    const day = calendarDateAt(packet.manifest.capturedAtMs)
    const parsed = parseBiodata(JSON.parse(new TextDecoder().decode(bytes)), day)
    return parsed.ok ? parsed.value : undefined
  } catch {
    return undefined
  }
}

export function fingerRecordsOf(packet: OpenedPacket): ReadonlyMap<FingerPosition, Uint8Array> {
  const records = new Map<FingerPosition, Uint8Array>()
  for (const { position } of packet.manifest.fingers) {
    const record = packet.items.get(fingerItemName(position as FingerPosition))
    if (record !== undefined && isFingerPosition(position)) records.set(position, record)
  }
  return records
}
