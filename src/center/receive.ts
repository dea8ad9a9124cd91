// Receive — the first step: a packet is verified, opened, extracted and stored, or set aside.

import type { CaseId } from '#enrollment/events'
import { type FingerPosition, isFingerPosition } from '#enrollment/fingers'
import type { AnswerFact } from '#enrollment/transfer'
import { present } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'
import { type Biodata, parseBiodata } from '#resident/biodata'
import { calendarDateAt } from '#resident/calendar-date'
import { demographicsOf } from './demographics/demographics.ts'
import { storeDemographics } from './demographics/store.ts'
import { type CaptureIssue, checkCaptureTime, checkFingersDiffer } from './enroll/check-capture.ts'
import {
  type ExamineFinger,
  type ExtractionIssue,
  extractFingers,
} from './enroll/extract-fingers.ts'
import {
  fingerItemName,
  type OpenedPacket,
  openPacket,
  type UnsealIssue,
  type VerifyIssue,
} from './inbox/open-packet.ts'
import { layIn, readPacketBytes } from './inbox/store.ts'
import { appendFact, type CenterTransaction } from './log/log.ts'
import { getOffice } from './offices/store.ts'
import { findEnrolledOffice, storeEnrollment } from './records/store.ts'
import { type Claim, setAside, setStage } from './work/store.ts'
import type { CenterWorld } from './world.ts'

export type ReceiveIssue =
  | VerifyIssue
  | UnsealIssue
  | ExtractionIssue
  | CaptureIssue
  | { readonly code: 'biodata.unreadable' }
  | { readonly code: 'case.known-already' }

interface Stored {
  readonly caseId: CaseId
  /** Fingers were sent, and none of them has a ridge that could be compared. */
  readonly hasNothingToCompare: boolean
}

/** Opens and stores; says RECEIVED_AT_CENTRAL or ENROLL_FAILURE_AT_CENTRAL. */
export async function receive(
  world: CenterWorld,
  { examine }: { readonly examine: ExamineFinger },
  transaction: CenterTransaction,
  claim: Claim,
): Promise<void> {
  const { caseId, officeId, digest } = claim
  const opened = await openAgain(world, transaction, claim)
  const stored = opened.ok ? await store(world, examine, transaction, claim, opened.value) : opened
  const tell = (fact: AnswerFact) => appendFact(transaction, claim, fact, world.clock())
  if (!stored.ok) {
    // A second packet of a case that is enrolled changes nothing of what is known of it.
    if ((await findEnrolledOffice(transaction, caseId)) !== officeId) {
      await tell({ type: 'enroll-failed', code: stored.issue.code })
    }
    return setAside(transaction, claim, stored.issue.code, world.clock())
  }
  await tell({ type: 'received' })
  if (!stored.value.hasNothingToCompare) {
    return setStage(transaction, { digest }, { stage: 'extracted' }, world.clock())
  }
  // A search that could not be made is never a 'unique'.
  await tell({ type: 'search-failed', code: 'search.nothing-to-compare' })
  await setStage(transaction, { digest }, { stage: 'decided' }, world.clock())
}

/** Verified before it was acknowledged; what lay in a database since is not trusted. */
async function openAgain(
  world: CenterWorld,
  transaction: CenterTransaction,
  claim: Claim,
): Promise<Result<OpenedPacket, VerifyIssue | UnsealIssue>> {
  const office = await getOffice(transaction, claim.officeId)
  const bytes = await bytesOf(world, transaction, claim)
  return openPacket(bytes, office, world.keys.sealing)
}

/** Whatever comes of the packet, with this step it lies in the database. */
async function bytesOf(
  { uploads }: CenterWorld,
  transaction: CenterTransaction,
  { digest, isKeptHere }: Claim,
): Promise<Buffer> {
  if (!isKeptHere) return readPacketBytes(transaction, digest)
  const bytes = present(await uploads.readWhole(digest), 'what was acknowledged lies here whole')
  await layIn(transaction, digest, bytes)
  return bytes
}

async function store(
  world: CenterWorld,
  examine: ExamineFinger,
  transaction: CenterTransaction,
  { digest, officeId }: Claim,
  packet: OpenedPacket,
): Promise<Result<Stored, ReceiveIssue>> {
  const inTime = checkCaptureTime(packet.manifest.capturedAtMs, world.clock())
  if (!inTime.ok) return inTime
  const biodata = readBiodata(packet)
  if (biodata === undefined) return fail({ code: 'biodata.unreadable' })
  const fingers = await extractFingers(fingerRecordsOf(packet), examine)
  if (!fingers.ok) return fingers
  const differ = checkFingersDiffer(fingers.value)
  if (!differ.ok) return differ

  const { caseId } = packet
  const fresh = await storeEnrollment(
    transaction,
    {
      caseId,
      officeId,
      packetDigest: digest,
      nikIndex: world.vault.blindIndex(biodata.nik),
      sealedBiodata: world.vault.sealText(JSON.stringify(biodata), `enrollments/${caseId}`),
      fingers: fingers.value,
    },
    world.clock(),
  )
  if (!fresh) return fail({ code: 'case.known-already' })
  const demographics = demographicsOf(biodata, world.vault.blindIndex)
  await storeDemographics(transaction, caseId, demographics)
  const hasNothingToCompare = packet.manifest.fingers.length > 0 && fingers.value.length === 0
  return ok({ caseId, hasNothingToCompare })
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
