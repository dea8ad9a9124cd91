// Capture request — one slap asked of a device: written by the office, read and checked by the device.

import type { FingerPosition } from '#formats/iso19794-4'
import { fail, ok, type Result } from '#kit/result'
import type { DeviceErrorCode } from './error-codes.ts'
import { firstPreviousHash, isChainHash } from './hash-chain.ts'
import { CaptureRequestMessage, findMessage, findNumber } from './messages.ts'
import {
  bioSubTypeOf,
  type DeviceSubId,
  type Environment,
  findPositionOfBioSubType,
  sbiTimestamp,
  slapFingers,
  specVersion,
} from './words.ts'

export interface CaptureRequest {
  readonly environment: Environment
  readonly transactionId: string
  readonly deviceId: string
  readonly deviceSubId: DeviceSubId
  /** Fingers wanted, all of one slap; at least one. */
  readonly positions: readonly FingerPosition[]
  /** Fingers of the slap that are not there and shall not be waited for. */
  readonly exceptions: readonly FingerPosition[]
  /** 0 … 100, the mean over the fingers that the device shall wait for. */
  readonly requestedScore: number
  readonly previousHash: string
  readonly timeoutMs: number
}

/** The message for RCAPTURE /capture. */
export function captureRequestMessage(request: CaptureRequest, nowMs: number) {
  return {
    env: request.environment,
    purpose: 'Registration',
    specVersion,
    timeout: String(request.timeoutMs),
    captureTime: sbiTimestamp(nowMs),
    transactionId: request.transactionId,
    bio: [
      {
        type: 'Finger',
        count: String(request.positions.length),
        bioSubType: request.positions.map(bioSubTypeOf),
        exception: request.exceptions.map(bioSubTypeOf),
        requestedScore: String(request.requestedScore),
        deviceId: request.deviceId,
        deviceSubId: String(request.deviceSubId),
        previousHash: request.previousHash,
      },
    ],
    customOpts: {},
  } satisfies CaptureRequestMessage
}

export interface CaptureRequestIssue {
  readonly code: DeviceErrorCode
}

export interface DeviceAsked {
  readonly environment: Environment
  readonly deviceId: string
}

const timeoutMsMax = 300_000
const transactionIdLengthMax = 200

/** What a registration device understands of a request; its issue is the code to answer with. */
export function parseCaptureRequest(
  body: unknown,
  asked: DeviceAsked,
): Result<CaptureRequest, CaptureRequestIssue> {
  const message = findMessage(CaptureRequestMessage, body)
  const bio = message?.bio[0]
  if (message === undefined || bio === undefined || message.bio.length !== 1) return no('500')
  const { transactionId } = message
  if (transactionId.trim() === '' || transactionId.length > transactionIdLengthMax) return no('112')
  if (message.env !== asked.environment) return no('115')
  if (message.purpose !== 'Registration') return no('121')
  if (bio.type !== 'Finger') return no('114')
  if (bio.deviceId !== asked.deviceId) return no('106')
  const deviceSubId = findNumber(bio.deviceSubId)
  if (deviceSubId !== 1 && deviceSubId !== 2 && deviceSubId !== 3) return no('106')
  const fingers = fingersOf(deviceSubId, bio)
  if (!fingers.ok) return fingers
  const numbers = numbersOf(message.timeout, bio.requestedScore)
  const previousHash = bio.previousHash === '' ? firstPreviousHash : bio.previousHash
  if (numbers === undefined || !isChainHash(previousHash)) return no('500')
  const { environment, deviceId } = asked
  return ok({
    ...{ environment, deviceId, deviceSubId, transactionId, previousHash },
    ...fingers.value,
    ...numbers,
  })
}

function fingersOf(
  deviceSubId: DeviceSubId,
  bio: CaptureRequestMessage['bio'][number],
): Result<Pick<CaptureRequest, 'positions' | 'exceptions'>, CaptureRequestIssue> {
  const slap = slapFingers[deviceSubId]
  const exceptions = slap.filter((it) => bio.exception?.includes(bioSubTypeOf(it)))
  if (exceptions.length !== new Set(bio.exception).size) return no('118')

  const named = (bio.bioSubType ?? []).filter((it) => it !== 'UNKNOWN')
  const isOfSlap = (name: string) => {
    const position = findPositionOfBioSubType(name)
    return position !== undefined && slap.includes(position)
  }
  if (!named.every(isOfSlap)) return no('119')
  const positions = slap.filter(
    (it) => !exceptions.includes(it) && (named.length === 0 || named.includes(bioSubTypeOf(it))),
  )
  if (positions.length === 0 || findNumber(bio.count) !== positions.length) return no('109')
  return ok({ positions, exceptions })
}

function numbersOf(timeout: number | string, score: number | string) {
  const timeoutMs = findNumber(timeout)
  const requestedScore = findNumber(score)
  if (timeoutMs === undefined || timeoutMs <= 0) return undefined
  if (requestedScore === undefined || requestedScore < 0 || requestedScore > 100) return undefined
  return { timeoutMs: Math.min(timeoutMs, timeoutMsMax), requestedScore }
}

function no(code: DeviceErrorCode) {
  return fail({ code })
}
