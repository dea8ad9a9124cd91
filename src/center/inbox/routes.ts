// Routes — the office's side door: announce a packet, carry it piece by piece, be told it lies here.

import { Type } from 'typebox'
import { packetBytesMax } from '#enrollment/limits'
import { signWord } from '#enrollment/seal'
import {
  AnnouncePacketRequest,
  packetPartMediaType,
  receivedTyp,
  type UploadState,
  UploadState as UploadStateSchema,
} from '#enrollment/transfer'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { createSlots, type Slots } from '#kit/slots'
import { openUploadsMax, openUploadsRetryMs, wholePacketsMax } from '../limits.ts'
import type { Rates } from '../offices/rates.ts'
import type { Office } from '../offices/store.ts'
import type { CenterWorld } from '../world.ts'
import type { CheckPacket } from './check-packet.ts'
import {
  type Announced,
  announce,
  announceAgain,
  findUpload,
  forgetUpload,
  isKeptIn,
  keepPacket,
  type Received,
} from './store.ts'
import type { Body } from './upload.ts'

const Params = Type.Object({ digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) })
const Offset = Type.Object({ 'upload-offset': Type.Integer({ minimum: 0 }) })

export interface InboxNeeds {
  readonly world: CenterWorld
  readonly callingOffice: (request: import('fastify').FastifyRequest) => Promise<Office>
  readonly rates: Pick<Rates, 'mayCarry' | 'carried'>
  readonly checkPacket: CheckPacket
  /** A packet lies here: the pipeline may begin. */
  readonly wake: () => void
}

export function inboxRoutes(app: HttpApp, needs: InboxNeeds): void {
  const { world, rates } = needs
  const { uploads } = world
  const slots = createSlots(wholePacketsMax)

  app.put(
    '/v1/packets/:digest',
    {
      schema: {
        summary: 'Announce a packet; answers how much of it is already here',
        params: Params,
        body: AnnouncePacketRequest,
        response: { 200: UploadStateSchema },
      },
    },
    async (request) => {
      const office = await needs.callingOffice(request)
      const { digest } = request.params
      if (!(await uploads.untilIdle(digest))) refuse(409, { code: 'upload.busy' })
      const { received, announced } = await findUpload(world.db, digest)
      if (received !== undefined) return receipt(world, office, digest, received)
      valueOrRefuse(rates.mayCarry(office.officeId), 429)
      if (announced === undefined) {
        const fresh = { officeId: office.officeId, byteCount: request.body.bytes }
        if (!(await announce(world.db, digest, fresh, world.clock()))) {
          const retryAfterMs = openUploadsRetryMs
          refuse(429, { code: 'upload.too-many-open', openMax: openUploadsMax, retryAfterMs })
        }
        // Its last byte may have come in between: then nothing more is expected.
        const arrived = (await findUpload(world.db, digest)).received
        if (arrived !== undefined) {
          await forgetUpload(world.db, digest)
          return receipt(world, office, digest, arrived)
        }
      } else if (
        announced.officeId !== office.officeId ||
        announced.byteCount !== request.body.bytes
      ) {
        refuse(409, { code: 'upload.announced-otherwise' })
      } else {
        await announceAgain(world.db, digest, world.clock())
      }
      return { offset: await uploads.offsetOf(digest), complete: false }
    },
  )

  // The body is a stream here, so the parser that gathers it is replaced within this scope alone.
  app.register(async (scope) => {
    scope.addContentTypeParser(packetPartMediaType, (_request, payload, done) =>
      done(null, payload),
    )
    scope.patch(
      '/v1/packets/:digest',
      {
        schema: {
          summary: 'Carry a packet on from an offset; a cut line keeps what arrived',
          params: Params,
          headers: Offset,
          response: { 200: UploadStateSchema },
        },
        bodyLimit: packetBytesMax,
      },
      async (request) => {
        const office = await needs.callingOffice(request)
        const { digest } = request.params as { digest: string }
        const { received, announced } = await findUpload(world.db, digest)
        if (received !== undefined) return receipt(world, office, digest, received)
        if (announced?.officeId !== office.officeId) refuse(404, { code: 'upload.not-announced' })
        valueOrRefuse(rates.mayCarry(office.officeId), 429)
        const piece = {
          offset: (request.headers as unknown as { 'upload-offset': number })['upload-offset'],
          // An empty body is no stream: nothing was missing but the acknowledgment.
          body: (request.body ?? []) as Body,
        }
        const taken = await uploads.alone(digest, () =>
          takePiece(needs, slots, { office, digest, announced, piece }),
        )
        return valueOrRefuse(taken, 409)
      },
    )
  })
}

interface ArrivingPiece {
  readonly office: Office
  readonly digest: string
  readonly announced: Announced
  readonly piece: { readonly offset: number; readonly body: Body }
}

async function takePiece(
  needs: InboxNeeds,
  slots: Slots,
  { office, digest, announced: { byteCount }, piece }: ArrivingPiece,
): Promise<UploadState> {
  const { uploads } = needs.world
  const before = await uploads.offsetOf(digest)
  const appended = await uploads.append(digest, { offset: piece.offset, byteCount }, piece.body)
  // What came of a cut piece was carried as well.
  const after = appended.ok ? appended.value : await uploads.offsetOf(digest)
  needs.rates.carried(office.officeId, after - before)
  const offset = valueOrRefuse(appended, 409)
  if (offset < byteCount) return { offset, complete: false }
  return slots(() => takeWhole(needs, office, digest))
}

/** The last byte is here: checked, kept, and only then acknowledged. */
async function takeWhole(
  { world, wake, checkPacket }: InboxNeeds,
  office: Office,
  digest: string,
): Promise<UploadState> {
  const { uploads } = world
  const { officeId, signingKey } = office
  const sender = { officeId, signingKey }
  const checked = await checkPacket({ path: uploads.pathOf(digest), digest, sender })
  if (!checked.ok) {
    await forgetUpload(world.db, digest)
    await uploads.discard(digest)
    return valueOrRefuse(checked)
  }
  const receivedAtMs = world.clock()
  const whole = { ...checked.value, digest, officeId }
  const isFresh = await keepPacket(world.db, { ...whole, keptIn: uploads.folderId }, receivedAtMs)
  wake()
  return isFresh
    ? receipt(world, office, digest, { officeId, receivedAtMs })
    : takenBefore(world, office, digest)
}

/** By an earlier piece, or by another process: then this folder's file is one too many. */
async function takenBefore(
  world: CenterWorld,
  office: Office,
  digest: string,
): Promise<UploadState> {
  const { uploads, db } = world
  if (!(await isKeptIn(db, digest, uploads.folderId))) await uploads.discard(digest)
  const { received } = await findUpload(db, digest)
  if (received === undefined) refuse(500, { code: 'server.fault' })
  return receipt(world, office, digest, received)
}

/** The center's signed word that the packet is here. */
async function receipt(
  world: CenterWorld,
  office: Office,
  digest: string,
  received: Received,
): Promise<UploadState> {
  if (received.officeId !== office.officeId) refuse(409, { code: 'upload.announced-otherwise' })
  const word = { packetDigest: digest, atMs: received.receivedAtMs }
  return {
    offset: 0,
    complete: true,
    received: await signWord(word, receivedTyp, world.keys.signing),
  }
}
