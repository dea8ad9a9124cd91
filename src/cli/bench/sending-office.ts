// Sending office — an office as the center sees one: it signs, seals, announces and carries.

import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type Agent, type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import {
  generateKeys,
  generateSigningKey,
  type PrivateKeys,
  type PublicKeys,
  publicSigningOf,
} from '#enrollment/keys'
import { writeManifest } from '#enrollment/manifest'
import { attestationTyp, consignmentOf, consignmentTyp, writePacket } from '#enrollment/packet'
import { seal, signWord, verifyWord } from '#enrollment/seal'
import {
  packetPartMediaType,
  type Received,
  receivedTyp,
  type UploadState,
  uploadOffsetHeader,
  writePass,
} from '#enrollment/transfer'
import { assert } from '#kit/assert'
import { sha256Hex } from '#kit/sha256'
import type { Biodata } from '#resident/biodata'
import type { Records } from './grown.ts'

export interface SendingOffice {
  readonly officeId: string
  readonly keys: PrivateKeys
  readonly center: PublicKeys
  readonly url: string
  /** Its connection to the center, kept open. */
  readonly line: Agent
}

export interface BenchPacket {
  readonly digest: string
  readonly bytes: Uint8Array
}

export const newOfficeKeys = () => generateKeys(`office-${randomUUID()}`)

/** A case of its own, filled up with a scanned document to the size asked for. */
export async function packetOf(
  office: SendingOffice,
  resident: Biodata,
  records: Records,
  byteCount: number,
): Promise<BenchPacket> {
  const caseId = randomUUID()
  const plain = itemsOf(resident, records, byteCount)
  const manifestBytes = writeManifest({
    ...{ version: 1, caseId, officeId: office.officeId, serviceType: 'new', sentOn: false },
    ...{ standardVersion: 'sk-56-2024', capturedAtMs: Date.now(), exceptions: [] },
    items: await Promise.all(
      [...plain].map(async ([name, bytes]) => ({
        ...{ name, mediaType: 'application/octet-stream', bytes: bytes.length },
        sha256: await sha256Hex(bytes),
      })),
    ),
    fingers: [...records.keys()].map((position) => ({
      ...{ position, quality: 90, tries: 1, accepted: false },
    })),
  })
  const items = new Map<string, Uint8Array>()
  for (const [name, bytes] of plain) items.set(name, await seal(bytes, [office.center.sealing]))
  const operator = await generateSigningKey('operator-1')
  const consignment = await consignmentOf(caseId, manifestBytes, items, publicSigningOf(operator))
  const attested = {
    ...{ caseId, manifestSha256: consignment.manifestSha256, operator: 'operator-1' },
    ...{ attestedAtMs: Date.now(), receiptNumber: '1' },
  }
  const bytes = writePacket({
    manifestBytes,
    attestation: await signWord(attested, attestationTyp, operator),
    consignment: await signWord(consignment, consignmentTyp, office.keys.signing),
    items,
  })
  return { digest: await sha256Hex(bytes), bytes }
}

function itemsOf(resident: Biodata, records: Records, byteCount: number): Map<string, Uint8Array> {
  const items = new Map<string, Uint8Array>([
    ['biodata', new TextEncoder().encode(JSON.stringify(resident))],
    ['photo', randomBytes(60_000)],
    ['signature', randomBytes(10_000)],
  ])
  for (const [position, record] of records) items.set(`finger-${position}`, record)
  const there = [...items.values()].reduce((sum, { length }) => sum + length, 0)
  return items.set('document-scan', randomBytes(Math.max(1, byteCount - there)))
}

export interface ReadyPacket extends BenchPacket {
  /** Signed just before it goes out: an office's own machine does that, not the center's. */
  readonly passes: Readonly<Record<Method, string>>
}

type Method = 'PUT' | 'PATCH'

export async function readyToSend(
  office: SendingOffice,
  packet: BenchPacket,
): Promise<ReadyPacket> {
  const passFor = (method: Method) =>
    writePass({ method, path: pathOf(packet) }, Date.now(), office.keys.signing)
  return { ...packet, passes: { PUT: await passFor('PUT'), PATCH: await passFor('PATCH') } }
}

/** Announced and carried; answers the center's word for it. */
export async function sendPacket(office: SendingOffice, packet: ReadyPacket): Promise<string> {
  const announcement = Buffer.from(JSON.stringify({ bytes: packet.bytes.length }))
  const { offset } = await call(office, 'PUT', packet, announcement, {
    'content-type': 'application/json',
  })
  const state = await call(office, 'PATCH', packet, packet.bytes.subarray(offset), {
    'content-type': packetPartMediaType,
    [uploadOffsetHeader]: String(offset),
  })
  return state.received ?? ''
}

/** A packet is believed to be there on the center's signed word alone. */
export async function demandReceived(
  { center }: SendingOffice,
  { digest }: BenchPacket,
  received: string,
): Promise<void> {
  const word = await verifyWord(received, receivedTyp, () => center.signing)
  const isThere = word.ok && (word.value.facts as Partial<Received>).packetDigest === digest
  assert(isThere, 'the center acknowledges what it was sent')
}

const pathOf = ({ digest }: BenchPacket) => `/v1/packets/${digest}`

/** By Node's plain client: whoever plays thirty offices on the center's machine does so cheaply. */
async function call(
  { url, line }: SendingOffice,
  method: Method,
  packet: ReadyPacket,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<UploadState> {
  const asked = request(new URL(pathOf(packet), url), {
    method,
    agent: line,
    headers: { ...headers, 'content-length': body.length, authorization: packet.passes[method] },
  })
  asked.end(body)
  const [reply] = (await once(asked, 'response')) as [IncomingMessage]
  const told = await json(reply)
  if (reply.statusCode !== 200) throw new Error(`A packet was refused: ${JSON.stringify(told)}`)
  return told as UploadState
}
