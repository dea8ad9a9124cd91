// Scanner — a press of fingers asked of a device on the operator's machine (MOSIP SBI 0.9.5), and
// what of its answer is believed.
//
//   the office writes the request → the page hands it to the device → the office checks the answer
//
// The page between the two is trusted with nothing: the transaction is the office's, the signature
// the device's, and the quality is measured here.

import { type FingerPosition, type Slap, slapOf, slaps } from '#enrollment/fingers'
import { examineFinger, type FingerQuality, type FingerTemplate, qualityAccepted } from '#finger'
import type { GrayImage } from '#formats/gray-image'
import {
  decodeFingerView,
  encodeFingerView,
  type FingerImageView,
  writeFingerImageRecord,
} from '#formats/iso19794-4'
import {
  type CaptureRequest,
  captureRequestMessage,
  type DeviceSubId,
  type Environment,
  type SbiIssue,
  type VerifiedBiometric,
  verifyCapture,
} from '#formats/sbi'
import { findText } from '#kit/node/files'
import { fail, ok, type Result } from '#kit/result'
import type { OfficeWorld } from '../world.ts'

/** Room for four losslessly compressed fingers, twice in base64. */
export const scannerAnswerBytesMax = 8 * 1024 * 1024

const scannerPatienceMs = 30_000

const deviceSubIds: Readonly<Record<Slap, DeviceSubId>> = {
  'left-four': 1,
  'right-four': 2,
  thumbs: 3,
}

export interface AskedSlap {
  readonly transactionId: string
  /** Of one slap; at least one. */
  readonly positions: readonly FingerPosition[]
  readonly previousHash: string
}

/** The body of RCAPTURE for the device. */
export function scannerRequestOf(
  { clock, settings }: Pick<OfficeWorld, 'clock' | 'settings'>,
  asked: AskedSlap & { readonly deviceId: string; readonly exceptions: readonly FingerPosition[] },
) {
  const { transactionId, positions, previousHash, deviceId } = asked
  const slap = slapOf(positions[0] as FingerPosition)
  const request: CaptureRequest = {
    environment: environmentOf(settings),
    transactionId,
    deviceId,
    deviceSubId: deviceSubIds[slap],
    positions,
    exceptions: asked.exceptions.filter((it) => slaps[slap].includes(it)),
    requestedScore: qualityAccepted,
    previousHash,
    timeoutMs: scannerPatienceMs,
  }
  return captureRequestMessage(request, clock())
}

export interface ScannedFinger extends FingerQuality {
  readonly position: FingerPosition
  /** The finger image record (ISO/IEC 19794-4) for the packet: the signed picture, as WSQ. */
  readonly record: Uint8Array
  /** Absent where no ridges could be found. */
  readonly template: FingerTemplate | undefined
  readonly deviceId: string
}

export interface ScannedSlap {
  readonly fingers: readonly ScannedFinger[]
  /** Asked for, and not taken by the device. */
  readonly notTaken: readonly FingerPosition[]
  readonly lastHash: string
}

export type ScannerIssue =
  | SbiIssue
  | { readonly code: 'finger.unreadable'; readonly position: FingerPosition }

/** Checks a device's answer, opens its pictures and measures their quality. */
export async function readScannedSlap(
  { clock, settings }: Pick<OfficeWorld, 'clock' | 'settings'>,
  asked: AskedSlap,
  response: unknown,
): Promise<Result<ScannedSlap, ScannerIssue>> {
  const verified = await verifyCapture({
    response,
    ...asked,
    environment: environmentOf(settings),
    trustedDeviceCertificates: await readTrusted(settings.deviceCertificates),
    nowMs: clock(),
  })
  if (!verified.ok) return verified
  const { biometrics, lastHash } = verified.value
  const fingers: ScannedFinger[] = []
  for (const biometric of biometrics) {
    const finger = await readFinger(biometric)
    if (!finger.ok) return finger
    fingers.push(finger.value)
    // Each finger takes a good part of a second: others are served in between.
    await new Promise((turn) => setImmediate(turn))
  }
  const notTaken = asked.positions.filter((it) => !fingers.some(({ position }) => position === it))
  return ok({ fingers, notTaken, lastHash })
}

async function readFinger(
  biometric: VerifiedBiometric,
): Promise<Result<ScannedFinger, ScannerIssue>> {
  const { position, view, device } = biometric
  const image = await decodeFingerView(view)
  if (!image.ok) return fail({ code: 'finger.unreadable', position })
  const examined = examineFinger(image.value)
  const template = examined.template.ok ? examined.template.value : undefined
  const record = await packedRecord(view, image.value)
  return ok({ ...examined.quality, position, record, template, deviceId: device.serialNo })
}

/** What the device said of the picture stays; only its compression is another. */
async function packedRecord(view: FingerImageView, image: GrayImage): Promise<Uint8Array> {
  const { bytes } = await encodeFingerView(image, { ...view, capturedAtMs: 0 }, 'wsq')
  const packed = { ...view, compression: 'wsq', bytes } as const
  return writeFingerImageRecord({ edition: '2011', views: [packed] })
}

/** A demonstration has no registered device, and a real office no staging one. */
function environmentOf({ licensed }: OfficeWorld['settings']): Environment {
  return licensed ? 'Production' : 'Staging'
}

/** Read each time: a new scanner is trusted as soon as its certificate lies there. */
async function readTrusted(paths: readonly string[]): Promise<readonly string[]> {
  const pems = await Promise.all(paths.map(findText))
  return pems.filter((it) => it !== undefined)
}
