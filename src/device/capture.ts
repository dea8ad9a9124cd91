// Capture — one slap taken, packed finger by finger into signed records, and chained.

import { encodeFingerView, type FingerPosition, writeFingerImageRecord } from '#formats/iso19794-4'
import {
  bioSubTypeOf,
  type CapturedData,
  type CaptureRequest,
  chainHash,
  deviceError,
  sbiTimestamp,
  signToken,
  specVersion,
} from '#formats/sbi'
import type { Clock } from '#kit/clock'
import { digitalIdOf } from './identity.ts'
import type { DeviceKeys } from './keys.ts'
import { pressesPerCaptureMax } from './limits.ts'
import { meanQuality, type Platen, type Press, type PressedFinger } from './platen.ts'

export interface CaptureNeeds {
  readonly platen: Platen
  readonly keys: DeviceKeys
  readonly clock: Clock
}

/** The answer to RCAPTURE: fingers that are there, signed; fingers that are not, named. */
export async function captureSlap(request: CaptureRequest, needs: CaptureNeeds) {
  const best = await takeBest(request, needs)
  const biometrics: object[] = []
  let previousHash = request.previousHash
  for (const position of request.positions) {
    const finger = best.find((it) => it.position === position)
    if (finger === undefined) {
      biometrics.push(notThere(position))
      continue
    }
    const record = await recordOf(finger, needs.clock())
    previousHash = await chainHash(previousHash, record)
    const data = await dataOf(request, finger, record, needs)
    biometrics.push({
      specVersion,
      data: await signToken(data, needs.keys),
      hash: previousHash,
      error: deviceError('0'),
    })
  }
  return { biometrics }
}

/** Presses until the asked score is reached or patience ends; then the best press counts. */
async function takeBest(
  { positions, requestedScore, deviceSubId, timeoutMs }: CaptureRequest,
  { platen, clock }: CaptureNeeds,
): Promise<Press> {
  const untilMs = clock() + timeoutMs
  const wanted = (press: Press) => press.filter((it) => positions.includes(it.position))
  let best: Press | undefined
  for (let presses = 0; presses < pressesPerCaptureMax; presses++) {
    const press = wanted(await platen.look(deviceSubId))
    // Whoever captures again wants to see another press, not this one.
    platen.lift(deviceSubId)
    if (best === undefined || meanQuality(press) > meanQuality(best)) best = press
    const isGoodEnough = meanQuality(best) >= requestedScore
    if (isGoodEnough || !platen.varies || press.length === 0 || clock() >= untilMs) break
  }
  return best ?? []
}

function notThere(position: FingerPosition) {
  const { errorCode, errorInfo } = deviceError('101')
  const error = { errorCode, errorInfo: `${errorInfo}: ${bioSubTypeOf(position)}` }
  return { specVersion, data: '', hash: '', error }
}

async function recordOf({ position, image, quality }: PressedFinger, capturedAtMs: number) {
  const block = { score: Math.round(quality), vendorId: 0, algorithmId: 0 }
  const view = await encodeFingerView(image, { position, capturedAtMs, quality: [block] })
  return writeFingerImageRecord({ edition: '2011', views: [view] })
}

async function dataOf(
  request: CaptureRequest,
  { position, quality }: PressedFinger,
  record: Uint8Array,
  { keys, clock }: CaptureNeeds,
): Promise<CapturedData> {
  const nowMs = clock()
  return {
    digitalId: await signToken(digitalIdOf(keys, nowMs), keys),
    deviceCode: keys.serialNo,
    deviceServiceVersion: specVersion,
    bioType: 'Finger',
    bioSubType: bioSubTypeOf(position),
    purpose: 'Registration',
    env: request.environment,
    bioValue: Buffer.from(record).toString('base64url'),
    transactionId: request.transactionId,
    timestamp: sbiTimestamp(nowMs),
    requestedScore: String(request.requestedScore),
    qualityScore: String(quality),
  }
}
