// Pipeline — what the center does with a packet, in order, from the inbox to a decision.
//
//   claim → open → extract → store ─┬─▶ search → decide → record ──▶ done
//                                   └─ or an issue: ENROLL_FAILURE_AT_CENTRAL, set aside with its reason
//
// One packet is one transaction: after a crash anywhere in it the packet still waits, and what is
// done again leaves no second trace. The search and its decision hold a lock, so of two newcomers
// who are the same person the later one meets the earlier one.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import { type FingerPosition, isFingerPosition } from '#enrollment/fingers'
import { fail, ok, type Result } from '#kit/result'
import { type Biodata, parseBiodata } from '#resident/biodata'
import { calendarDateAt } from '#resident/calendar-date'
import type { Gallery } from './afis/gallery.ts'
import { compare, search } from './afis/search.ts'
import { decide, type SearchDecision, type SearchOutcome } from './decision/decide.ts'
import { decisionPolicy } from './decision/policy.ts'
import { openAdjudication, recordSearch } from './decision/store.ts'
import { type ExtractionIssue, extractFingers } from './enroll/extract-fingers.ts'
import {
  fingerItemName,
  type OpenedPacket,
  type OpenIssue,
  openPacket,
} from './inbox/open-packet.ts'
import { claimNext, setDone, setRefused, type Waiting } from './inbox/store.ts'
import { candidatesMax } from './limits.ts'
import { appendFact, type CenterTransaction } from './log/log.ts'
import { getOffice } from './offices/store.ts'
import { enrollInGallery, findRecorded, readFingers, storeEnrollment } from './records/store.ts'
import type { CenterWorld } from './world.ts'

export type PipelineIssue =
  | OpenIssue
  | ExtractionIssue
  | { readonly code: 'biodata.unreadable' }
  | { readonly code: 'case.known-already' }

/** Any number will do; whoever searches in order to decide takes it. */
const decisionLockId = 7_305_301

/** Takes the next packet through; answers its digest, or undefined when none is due. */
export async function processNext(
  world: CenterWorld,
  gallery: Gallery,
): Promise<string | undefined> {
  const enrolled: CaseId[] = []
  const digest = await world.db.transaction().execute(async (transaction) => {
    const waiting = await claimNext(transaction, world.clock())
    if (waiting === undefined) return undefined
    const received = await receive(world, transaction, waiting)
    if (received.ok) {
      const unique = await identify(world, transaction, gallery, received.value)
      if (unique) enrolled.push(received.value.caseId)
      await setDone(transaction, waiting.digest)
    } else {
      await setRefused(transaction, waiting.digest, received.issue.code)
    }
    return waiting.digest
  })
  // The image in memory follows the database, never the other way round.
  for (const caseId of enrolled) gallery.put(caseId, await readFingers(world.db, caseId))
  return digest
}

interface Received {
  readonly caseId: CaseId
  readonly officeId: string
  readonly nikIndex: Buffer
}

/** Opens and stores; says RECEIVED_AT_CENTRAL or ENROLL_FAILURE_AT_CENTRAL where a case is known. */
async function receive(
  world: CenterWorld,
  transaction: CenterTransaction,
  waiting: Waiting,
): Promise<Result<Received, PipelineIssue>> {
  const office = await getOffice(world.db, waiting.officeId)
  const opened = await openPacket(waiting.bytes, office, world.keys.sealing)
  if (!opened.ok) return opened
  const { caseId } = opened.value
  const stored = await store(world, transaction, waiting, opened.value)
  const fact = stored.ok
    ? ({ type: 'received' } as const)
    : ({ type: 'enroll-failed', code: stored.issue.code } as const)
  if (stored.ok || stored.issue.code !== 'case.known-already') {
    await appendFact(transaction, { caseId, officeId: office.officeId }, fact, world.clock())
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
  return ok({ caseId, officeId: waiting.officeId, nikIndex })
}

/** Searches everyone and decides; answers whether the newcomer was found unique. */
async function identify(
  world: CenterWorld,
  transaction: CenterTransaction,
  gallery: Gallery,
  about: Received,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${decisionLockId})`.execute(transaction)
  const outcome = await searchFor(transaction, gallery, about)
  await recordSearch(transaction, about.caseId, outcome, gallery.peopleCount, world.clock())
  const decision = decide(outcome, decisionPolicy)
  await record(world, transaction, about, decision)
  const unique = decision.status === 'PRINT_READY_RECORD' && outcome.own === undefined
  if (unique) await enrollInGallery(transaction, about.caseId, world.clock())
  return unique
}

async function searchFor(
  transaction: CenterTransaction,
  gallery: Gallery,
  about: Received,
): Promise<SearchOutcome> {
  const newcomer = await readFingers(transaction, about.caseId)
  const ownCase = await findRecorded(transaction, about.nikIndex)
  const ownFingers = ownCase === undefined ? undefined : await readFingers(transaction, ownCase)
  const found = await search(newcomer, gallery, {
    scoreMin: decisionPolicy.adjudicateScoreMin,
    candidatesMax,
  })
  return {
    others: found.filter((candidate) => candidate.caseId !== ownCase),
    own: ownCase && ownFingers ? compare(newcomer, ownCase, ownFingers) : undefined,
  }
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

function fingerRecordsOf(packet: OpenedPacket): ReadonlyMap<FingerPosition, Uint8Array> {
  const records = new Map<FingerPosition, Uint8Array>()
  for (const { position } of packet.manifest.fingers) {
    const record = packet.items.get(fingerItemName(position as FingerPosition))
    if (record !== undefined && isFingerPosition(position)) records.set(position, record)
  }
  return records
}
