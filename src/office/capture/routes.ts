// Routes — capture: who waits, what is taken of a resident, and the end of it.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { actAt, refuseUnknown } from '../cases/at-stage.ts'
import { findCase } from '../cases/case-file.ts'
import { scanBytesMax } from '../cases/scan.ts'
import { recordAct } from '../log/act.ts'
import { appendFact } from '../log/log.ts'
import { createGallery } from '../records/gallery.ts'
import type { OfficeWorld } from '../world.ts'
import { completeCapture } from './complete.ts'
import { fingerRoutes } from './finger-routes.ts'
import { makePhoto, makeSignature, photoMediaType, signatureMediaType } from './images.ts'
import { actInCapture } from './in-capture.ts'
import { listCaptures } from './list.ts'
import { ownFingerRoutes } from './own-finger-routes.ts'
import { returnRoute } from './return-route.ts'
import { findCapture, saveBiodataConfirmed, saveImage, saveOperator, sealImage } from './store.ts'
import { captureViewOf } from './view.ts'
import {
  CaptureCompleted,
  CaptureListReply,
  CaptureView,
  CompleteRequest,
  ImageSaved,
  PhotoQuery,
  SignatureQuery,
  Started,
} from './wire.ts'

const Params = Type.Object({ caseId: Type.String() })
const operator = allow('operator-ktp')

export function captureRoutes(app: HttpApp, world: OfficeWorld): void {
  readingRoutes(app, world)
  beginningRoutes(app, world)
  imageRoutes(app, world)
  fingerRoutes(app, world)
  ownFingerRoutes(app, world)
  returnRoute(app, world)

  const gallery = createGallery(world.vault)
  app.post(
    '/api/captures/:caseId/complete',
    {
      onRequest: operator,
      schema: {
        summary: 'End a capture, once it is whole and no guard objects or a supervisor sends it on',
        params: Params,
        body: CompleteRequest,
        response: { 200: CaptureCompleted },
      },
    },
    async (request): Promise<CaptureCompleted> => {
      const { approvalId } = request.body
      const account = accountOf(request)
      return completeCapture({ ...world, gallery }, request.params.caseId, { account, approvalId })
    },
  )
}

function readingRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/captures',
    {
      onRequest: operator,
      schema: { summary: 'Who waits to be captured', response: { 200: CaptureListReply } },
    },
    () => listCaptures(world),
  )

  app.get(
    '/api/captures/:caseId',
    {
      onRequest: operator,
      schema: {
        summary: 'All that was taken of a resident, and what is lacking',
        params: Params,
        response: { 200: CaptureView },
      },
    },
    async (request): Promise<CaptureView> => {
      const file = (await findCase(world.db, request.params.caseId)) ?? refuseUnknown()
      return captureViewOf(world, file, accountOf(request))
    },
  )
}

function beginningRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/captures/:caseId/start',
    {
      onRequest: operator,
      schema: {
        summary: 'Begin a capture, or take it over from another operator',
        params: Params,
        response: { 200: Started },
      },
    },
    async (request): Promise<Started> => {
      // Without the center's key there is nothing to seal images to.
      if (world.identity.center() === undefined) refuse(409, { code: 'office.not-enrolled' })
      const { accountId } = accountOf(request)
      return actAt(world.db, request.params.caseId, ['capture'], async (transaction, caseId) => {
        const begun = await findCapture(transaction, caseId)
        if (begun?.operator === accountId) return { startedAtMs: begun.startedAtMs }
        const atMs = world.clock()
        await saveOperator(transaction, caseId, accountId, atMs)
        await appendFact(transaction, caseId, { type: 'capture-started' }, atMs)
        const act = begun ? 'capture.taken-over' : 'capture.started'
        await recordAct(transaction, { at: atMs, actor: accountId, act, subject: { caseId } })
        return { startedAtMs: begun?.startedAtMs ?? atMs }
      })
    },
  )

  app.post(
    '/api/captures/:caseId/biodata-confirmed',
    {
      onRequest: operator,
      schema: {
        summary: 'The resident has heard the biodata and calls them right',
        params: Params,
        response: { 200: Started },
      },
    },
    async (request): Promise<Started> =>
      actInCapture(world, request, async (transaction, capture) => {
        const atMs = capture.biodataConfirmedAtMs ?? world.clock()
        if (capture.biodataConfirmedAtMs === undefined) {
          await saveBiodataConfirmed(transaction, capture.caseId, atMs)
        }
        return { startedAtMs: capture.startedAtMs }
      }),
  )
}

function imageRoutes(app: HttpApp, world: OfficeWorld): void {
  app.put(
    '/api/captures/:caseId/photo',
    {
      onRequest: operator,
      bodyLimit: scanBytesMax,
      schema: {
        summary: 'The photo, sealed to the center at once',
        params: Params,
        querystring: PhotoQuery,
        response: { 200: ImageSaved },
      },
    },
    async (request): Promise<ImageSaved> => {
      const plain = valueOrRefuse(await makePhoto(demandBytes(request.body)))
      return keepImage(world, request, 'photo', photoMediaType, plain)
    },
  )

  app.put(
    '/api/captures/:caseId/signature',
    {
      onRequest: operator,
      bodyLimit: scanBytesMax,
      schema: {
        summary: 'The signature, sealed to the center at once',
        params: Params,
        querystring: SignatureQuery,
        response: { 200: ImageSaved },
      },
    },
    async (request): Promise<ImageSaved> => {
      const plain = valueOrRefuse(await makeSignature(demandBytes(request.body)))
      return keepImage(world, request, 'signature', signatureMediaType, plain)
    },
  )
}

async function keepImage(
  world: OfficeWorld,
  request: Parameters<typeof actInCapture>[1],
  name: 'photo' | 'signature',
  mediaType: string,
  plain: Uint8Array,
): Promise<ImageSaved> {
  return actInCapture(
    world,
    request,
    async (transaction, { caseId }) => {
      const image = await sealImage(world, plain)
      await saveImage(transaction, caseId, { ...image, name, mediaType }, world.clock())
      return { sha256: image.sha256, bytes: image.byteCount }
    },
    { act: `capture.${name}-taken` },
  )
}

function demandBytes(body: unknown): Buffer {
  const isThere = body instanceof Buffer && body.length > 0
  return isThere ? body : refuse(422, { code: 'scan.empty' })
}
