// Verify capture — what an office believes of a device's answer, and only after all of this holds.
//
//     each biometric   signed by a trusted device, its digital id too and of the same device
//                      for this transaction, purpose and environment; made just now
//                      one finger that was asked for, and the record inside says the same finger
//     together         each hash follows from the one before it, the first from the one that was
//                      asked with; no finger twice
//
// A finger that the device could not take is no issue: it is told beside those that it took.

import {
  type FingerImageView,
  type FingerPosition,
  type FingerRecordIssue,
  readFingerImageRecord,
} from '#formats/iso19794-4'
import { fail, ok, type Result } from '#kit/result'
import { chainHash, isChainHash } from './hash-chain.ts'
import { captureAgeMsMax, clockAheadMsMax } from './limits.ts'
import { CaptureAnswer, CapturedData, DigitalId, findMessage, findNumber } from './messages.ts'
import { type TokenIssue, type TrustContext, verifyToken } from './token.ts'
import { type Environment, findEpochMs, findPositionOfBioSubType } from './words.ts'

export type SbiIssue =
  | TokenIssue
  /** The device took no finger at all; what it said of the first one. */
  | { readonly code: 'sbi.error'; readonly errorCode: string; readonly errorInfo: string }
  | { readonly code: 'sbi.digital-id' }
  | { readonly code: 'sbi.transaction' }
  | { readonly code: 'sbi.purpose' }
  | { readonly code: 'sbi.environment' }
  | { readonly code: 'sbi.stale'; readonly ageMs: number }
  | { readonly code: 'sbi.position'; readonly bioSubType: string }
  | { readonly code: 'sbi.record'; readonly of: FingerRecordIssue | { readonly code: 'fir.views' } }
  | { readonly code: 'sbi.hash-chain' }

export interface CaptureExpectation extends TrustContext {
  /** The answer as it came: parsed JSON, not looked at yet. */
  readonly response: unknown
  readonly transactionId: string
  /** What the request said. */
  readonly previousHash: string
  readonly environment: Environment
  /** Fingers asked for, exceptions left out. */
  readonly positions: readonly FingerPosition[]
}

export interface VerifiedBiometric {
  readonly position: FingerPosition
  /** The ISO/IEC 19794-4 record, byte for byte as it was signed. */
  readonly record: Uint8Array
  readonly view: FingerImageView
  /** By the device, 0 … 100. */
  readonly qualityScore: number
  readonly capturedAtMs: number
  readonly hash: string
  readonly device: DigitalId
}

export interface FailedBiometric {
  readonly errorCode: string
  readonly errorInfo: string
}

export interface VerifiedCapture {
  readonly biometrics: readonly VerifiedBiometric[]
  readonly failed: readonly FailedBiometric[]
  /** For the next capture of this transaction. */
  readonly lastHash: string
}

export async function verifyCapture(
  expected: CaptureExpectation,
): Promise<Result<VerifiedCapture, SbiIssue>> {
  const answer = findMessage(CaptureAnswer, expected.response)
  if (answer === undefined || !isChainHash(expected.previousHash)) {
    return fail({ code: 'sbi.answer' })
  }
  const biometrics: VerifiedBiometric[] = []
  const failed: FailedBiometric[] = []
  let previousHash = expected.previousHash
  for (const { data, hash, error } of answer.biometrics) {
    const errorCode = String(error?.errorCode ?? '0')
    if (errorCode !== '0') {
      failed.push({ errorCode, errorInfo: error?.errorInfo ?? '' })
      continue
    }
    const verified = await verifyBiometric(data ?? '', hash ?? '', previousHash, expected)
    if (!verified.ok) return verified
    const { position } = verified.value
    if (biometrics.some((it) => it.position === position)) return fail({ code: 'sbi.answer' })
    biometrics.push(verified.value)
    previousHash = verified.value.hash
  }
  if (biometrics.length > 0) return ok({ biometrics, failed, lastHash: previousHash })
  const [first] = failed
  return fail(first === undefined ? { code: 'sbi.answer' } : { code: 'sbi.error', ...first })
}

async function verifyBiometric(
  token: string,
  hash: string,
  previousHash: string,
  expected: CaptureExpectation,
): Promise<Result<VerifiedBiometric, SbiIssue>> {
  const data = await verifyToken(token, CapturedData, expected)
  if (!data.ok) return data
  const device = await verifyDigitalId(data.value, expected)
  if (!device.ok) return device
  const position = checkContext(data.value, expected)
  if (!position.ok) return position
  const capturedAtMs = checkFreshness(data.value, expected.nowMs)
  if (!capturedAtMs.ok) return capturedAtMs
  const qualityScore = findNumber(data.value.qualityScore)
  const record = bytesOfBase64url(data.value.bioValue)
  if (qualityScore === undefined || qualityScore < 0 || qualityScore > 100 || !record) {
    return fail({ code: 'sbi.answer' })
  }
  const view = readOnlyView(record, position.value)
  if (!view.ok) return view
  const computed = await chainHash(previousHash, record)
  if (computed !== hash.toUpperCase()) return fail({ code: 'sbi.hash-chain' })
  return ok({
    position: position.value,
    record,
    view: view.value,
    qualityScore,
    capturedAtMs: capturedAtMs.value,
    hash: computed,
    device: device.value,
  })
}

async function verifyDigitalId(
  data: CapturedData,
  context: TrustContext,
): Promise<Result<DigitalId, SbiIssue>> {
  const device = await verifyToken(data.digitalId, DigitalId, context)
  if (!device.ok) return device
  const isSameDevice = device.value.serialNo === data.deviceCode && device.value.type === 'Finger'
  return isSameDevice ? device : fail({ code: 'sbi.digital-id' })
}

function checkContext(
  data: CapturedData,
  expected: CaptureExpectation,
): Result<FingerPosition, SbiIssue> {
  if (data.transactionId !== expected.transactionId) return fail({ code: 'sbi.transaction' })
  if (data.purpose !== 'Registration') return fail({ code: 'sbi.purpose' })
  if (data.env !== expected.environment) return fail({ code: 'sbi.environment' })
  const position = findPositionOfBioSubType(data.bioSubType)
  const isAsked = position !== undefined && expected.positions.includes(position)
  if (data.bioType !== 'Finger' || !isAsked) {
    return fail({ code: 'sbi.position', bioSubType: data.bioSubType })
  }
  return ok(position)
}

function checkFreshness(data: CapturedData, nowMs: number): Result<number, SbiIssue> {
  const capturedAtMs = findEpochMs(data.timestamp)
  if (capturedAtMs === undefined) return fail({ code: 'sbi.answer' })
  const ageMs = nowMs - capturedAtMs
  const isFresh = ageMs <= captureAgeMsMax && ageMs >= -clockAheadMsMax
  return isFresh ? ok(capturedAtMs) : fail({ code: 'sbi.stale', ageMs })
}

function readOnlyView(
  record: Uint8Array,
  position: FingerPosition,
): Result<FingerImageView, SbiIssue> {
  const read = readFingerImageRecord(record)
  if (!read.ok) return fail({ code: 'sbi.record', of: read.issue })
  const [view, ...more] = read.value.views
  if (view === undefined || more.length > 0) {
    return fail({ code: 'sbi.record', of: { code: 'fir.views' } })
  }
  if (view.position === position) return ok(view)
  return fail({ code: 'sbi.record', of: { code: 'fir.position', written: view.position } })
}

function bytesOfBase64url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (it) => it.charCodeAt(0))
  } catch {
    return undefined
  }
}
