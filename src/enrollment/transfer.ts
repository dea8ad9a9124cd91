// Transfer — what office and center say to each other. The office always calls, the center answers.
//
//   POST  /v1/offices            a one-time code buys the exchange of keys
//   PUT   /v1/packets/:digest    announces a packet; answers how much of it is already here
//   PATCH /v1/packets/:digest    carries it from that offset; a cut line keeps what arrived
//   GET   /v1/answers?after=n    what became of the cases, in order, signed by the center; with
//                                &waitMs=t the call waits that long for the next entry, and with
//                                &notices=v it brings the center's notices unless v is their version
//
// Every call but the first carries a pass: a short-lived word signed by the office for just this
// method and path.

import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Fact } from '#enrollment/events'
import type { PublicKeys, SigningKey } from '#enrollment/keys'
import { clockSkewMaxMs, packetBytesMax, passLifeMs } from '#enrollment/limits'
import { type SignatureIssue, signWord, verifyWord } from '#enrollment/seal'
import { fail, ok, type Result } from '#kit/result'

export const passTyp = 'loket-pass+jws'
export const receivedTyp = 'loket-received+jws'
export const answerTyp = 'loket-answer+jws'

export const uploadOffsetHeader = 'upload-offset'
export const packetPartMediaType = 'application/vnd.loket.packet-part'

const SigningKeySchema = Type.Object({
  kty: Type.Literal('OKP'),
  crv: Type.Literal('Ed25519'),
  x: Type.String({ maxLength: 64 }),
  kid: Type.String({ minLength: 1, maxLength: 80 }),
})

export const PublicKeysSchema = Type.Object({
  signing: SigningKeySchema,
  sealing: Type.String({ pattern: '^age1[a-z0-9]+$', maxLength: 4_000 }),
})

export const EnrollOfficeRequest = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 64 }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  keys: PublicKeysSchema,
})

export interface EnrollOfficeAnswer {
  readonly officeId: string
  readonly center: PublicKeys
}

export const AnnouncePacketRequest = Type.Object({
  bytes: Type.Integer({ minimum: 1, maximum: packetBytesMax }),
})

export const UploadState = Type.Object({
  offset: Type.Integer({ minimum: 0 }),
  complete: Type.Boolean(),
  /** The center's signed word that the whole packet lies durably with it; once complete. */
  received: Type.Optional(Type.String()),
})
export type UploadState = Static<typeof UploadState>

/** What the center's `received` word says. */
export interface Received {
  readonly packetDigest: string
  readonly atMs: number
}

/** What one answer of the center says; `sealed` is for the office alone (age), in base64. */
export interface Answer {
  readonly seq: number
  readonly caseId: string
  readonly atMs: number
  readonly fact: AnswerFact
  readonly sealed?: { readonly photo: string; readonly signature: string }
}

export type AnswerFact = Extract<
  Fact,
  { type: 'received' | 'enroll-failed' | 'search-failed' | 'decided' }
>

export interface AnswersPage {
  /** Signed words, oldest first. */
  readonly answers: readonly string[]
  readonly next: number
  /** The center's signed word about its notices, where the office knows another version. */
  readonly notices?: string
}

const Pass = Type.Object({
  method: Type.String(),
  path: Type.String(),
  atMs: Type.Integer(),
})

export type PassIssue =
  | SignatureIssue
  | { readonly code: 'pass.missing' | 'pass.elsewhere' | 'pass.stale' }

export async function writePass(
  call: { readonly method: string; readonly path: string },
  atMs: number,
  key: SigningKey,
): Promise<string> {
  return `Loket ${await signWord({ method: call.method, path: call.path, atMs }, passTyp, key)}`
}

/** Answers the office's key id, if the pass is fresh and was made for just this call. */
export async function verifyPass(
  authorization: string | undefined,
  call: { readonly method: string; readonly path: string },
  nowMs: number,
  keyOf: (kid: string) => Promise<SigningKey | undefined>,
): Promise<Result<string, PassIssue>> {
  const word = authorization?.match(/^Loket ([\w.-]{1,2000})$/)?.[1]
  if (word === undefined) return fail({ code: 'pass.missing' })
  const verified = await verifyWord(word, passTyp, keyOf)
  if (!verified.ok) return verified
  const { facts, kid } = verified.value
  if (!Value.Check(Pass, facts)) return fail({ code: 'signature.invalid' })
  if (facts.method !== call.method || facts.path !== call.path)
    return fail({ code: 'pass.elsewhere' })
  if (facts.atMs > nowMs + clockSkewMaxMs || facts.atMs < nowMs - passLifeMs) {
    return fail({ code: 'pass.stale' })
  }
  return ok(kid)
}
