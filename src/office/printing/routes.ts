// Routes — cards in the order of readiness, jobs at the printer, and the ledger of blank cards.

import { Type } from 'typebox'
import { renderCardProof } from '#card/card-proof'
import { parseCaseId } from '#enrollment/events'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { refuseUnknown } from '../cases/at-stage.ts'
import { recordAct } from '../log/act.ts'
import type { OfficeWorld } from '../world.ts'
import { countStock, enterBlangko, readLedger } from './blangko.ts'
import { endJob, startJob } from './job.ts'
import { fileNameOf, spool, unspool } from './spool.ts'
import { findJob, findLastJob, findMaterials, listJobs, listReady } from './store.ts'
import {
  BlangkoReply,
  BlangkoRequest,
  JobEnded,
  JobFailedRequest,
  JobStarted,
  PrintingReply,
  PrintRequest,
} from './wire.ts'

const CaseParams = Type.Object({ caseId: Type.String() })
const JobParams = Type.Object({ jobId: Type.String({ pattern: '^[0-9a-f-]{36}$' }) })
const operator = allow('operator-ktp')
const ledgerKeepers = allow('operator-ktp', 'supervisor', 'camat')

export function printingRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/printing',
    {
      onRequest: ledgerKeepers,
      schema: { summary: 'Cards that are ready, and jobs', response: { 200: PrintingReply } },
    },
    async (): Promise<PrintingReply> => ({
      stock: await countStock(world.db),
      ready: await listReady(world),
      jobs: await listJobs(world),
    }),
  )

  app.post(
    '/api/printing/:caseId',
    {
      onRequest: operator,
      schema: {
        summary: 'Print a card: one blank card is taken and a job made, in one step',
        params: CaseParams,
        body: PrintRequest,
        response: { 201: JobStarted },
      },
    },
    async (request, reply): Promise<JobStarted> => {
      const { caseId } = request.params
      const by = accountOf(request).accountId
      const jobId = await startJob(world, caseId, { by, reason: request.body.reason })
      await spool(world, jobId)
      reply.code(201)
      return { jobId, fileName: fileNameOf(jobId) }
    },
  )

  app.get(
    '/api/printing/:caseId/proof.svg',
    { onRequest: operator, schema: { summary: 'A watermarked proof', params: CaseParams } },
    async (request, reply) => {
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      const materials = await findMaterials(world, world.db, caseId)
      if (materials === undefined) return refuse(404, { code: 'printing.no-materials' })
      const picture = (bytes: Buffer, type: string) =>
        `data:${type};base64,${bytes.toString('base64')}`
      reply.type('image/svg+xml')
      return renderCardProof(materials.fields, {
        photo: picture(materials.photo, 'image/jpeg'),
        signature: picture(materials.signature, 'image/png'),
      })
    },
  )

  app.get(
    '/api/printing/:caseId/card.pdf',
    {
      onRequest: operator,
      schema: { summary: 'The personalization layer of a case’s last job', params: CaseParams },
    },
    async (request, reply) => {
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      const jobId = await findLastJob(world.db, caseId)
      const job = jobId === undefined ? undefined : await findJob(world, jobId)
      if (job?.card === undefined) return refuse(404, { code: 'printing.unknown-job' })
      reply.type('application/pdf')
      return job.card
    },
  )

  app.get(
    '/api/printing/jobs/:jobId/card.pdf',
    { onRequest: operator, schema: { summary: 'The personalization layer', params: JobParams } },
    async (request, reply) => {
      const job = await findJob(world, request.params.jobId)
      if (job?.card === undefined) return refuse(404, { code: 'printing.unknown-job' })
      reply.type('application/pdf')
      return job.card
    },
  )

  app.post(
    '/api/printing/jobs/:jobId/printed',
    {
      onRequest: operator,
      schema: { summary: 'The card came out', params: JobParams, response: { 200: JobEnded } },
    },
    async (request): Promise<JobEnded> => {
      const { jobId } = request.params
      const by = accountOf(request).accountId
      await endJob(world, jobId, { by, state: 'printed' })
      await unspool(world, fileNameOf(jobId))
      return { jobId, state: 'printed' }
    },
  )

  app.post(
    '/api/printing/jobs/:jobId/failed',
    {
      onRequest: operator,
      schema: {
        summary: 'The card did not come out',
        params: JobParams,
        body: JobFailedRequest,
        response: { 200: JobEnded },
      },
    },
    async (request): Promise<JobEnded> => {
      const { jobId } = request.params
      const by = accountOf(request).accountId
      await endJob(world, jobId, { by, state: 'failed', ...request.body })
      await unspool(world, fileNameOf(jobId))
      return { jobId, state: 'failed' }
    },
  )

  app.get(
    '/api/blangko',
    {
      onRequest: ledgerKeepers,
      schema: { summary: 'The ledger of blank cards', response: { 200: BlangkoReply } },
    },
    () => readLedger(world.db),
  )

  app.post(
    '/api/blangko',
    {
      onRequest: allow('operator-ktp', 'supervisor'),
      schema: {
        summary: 'Blank cards that came, spoiled or went back',
        body: BlangkoRequest,
        response: { 200: BlangkoReply },
      },
    },
    async (request): Promise<BlangkoReply> => {
      const by = accountOf(request).accountId
      const { kind, count, note } = request.body as {
        kind: 'received' | 'spoiled' | 'returned'
        count: number
        note: string
      }
      await world.db.transaction().execute(async (transaction) => {
        const atMs = world.clock()
        const entry = { kind, count, note, jobId: null, by, atMs }
        valueOrRefuse(await enterBlangko(transaction, entry), 409)
        const subject = { kind, count }
        await recordAct(transaction, { at: atMs, actor: by, act: 'blangko.entered', subject })
      })
      return readLedger(world.db)
    },
  )
}
