// Document routes — the papers of a case: kept as they were scanned, sealed, shown to officers.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { refuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { documentNames } from '#standard'
import { actAt } from '../cases/at-stage.ts'
import { demandScan, ScanQuery, scanBytesMax } from '../cases/scan.ts'
import { recordAct } from '../log/act.ts'
import type { OfficeWorld } from '../world.ts'
import { documentsMax, findDocument, listDocuments, saveDocument } from './store.ts'
import { DocumentAdded } from './wire.ts'

const KindParams = Type.Object({
  caseId: Type.String({ maxLength: 40 }),
  kind: Type.String({ maxLength: 40 }),
})
const Params = Type.Object({ documentId: Type.String({ maxLength: 40 }) })

export function documentRoutes(app: HttpApp, world: OfficeWorld): void {
  const { db, vault, clock } = world

  app.put(
    '/api/cases/:caseId/documents/:kind',
    {
      onRequest: allow('petugas-informasi', 'petugas-loket'),
      schema: {
        summary: 'Keep a scanned paper; the same scan sent again is kept once',
        params: KindParams,
        querystring: ScanQuery,
        response: { 200: DocumentAdded },
      },
      bodyLimit: scanBytesMax,
    },
    async (request): Promise<DocumentAdded> => {
      const { caseId: caseIdText, kind } = request.params
      if (!Object.hasOwn(documentNames, kind)) refuse(422, { code: 'document.kind' })
      const scan = await demandScan(request.body, request.query.mediaType)
      const by = accountOf(request).accountId
      const { sha256 } = scan
      const stages = ['form', 'village', 'queue', 'called'] as const
      return actAt(db, caseIdText, stages, async (transaction, caseId) => {
        const kept = await listDocuments(transaction, caseId)
        const same = kept.find((it) => it.kind === kind && it.sha256 === sha256)
        if (same !== undefined) return { documentId: same.documentId, sha256 }
        if (kept.length >= documentsMax) refuse(409, { code: 'document.too-many', documentsMax })
        const documentId = world.ids()
        const document = { ...scan, documentId, caseId, kind, by, atMs: clock() }
        await saveDocument(transaction, vault, document)
        const subject = { caseId, documentId, kind }
        await recordAct(transaction, { at: clock(), actor: by, act: 'document.added', subject })
        return { documentId, sha256 }
      })
    },
  )

  app.get(
    '/api/documents/:documentId',
    {
      onRequest: allow('petugas-informasi', 'petugas-loket', 'operator-ktp', 'supervisor'),
      schema: { summary: 'A paper as it was scanned; who looked is recorded', params: Params },
    },
    async (request, reply) => {
      const { documentId } = request.params
      const found =
        (await findDocument(db, vault, documentId)) ?? refuse(404, { code: 'document.unknown' })
      const by = accountOf(request).accountId
      const subject = { caseId: found.caseId, documentId }
      await db
        .transaction()
        .execute((transaction) =>
          recordAct(transaction, { at: clock(), actor: by, act: 'document.shown', subject }),
        )
      reply.type(found.mediaType)
      return found.bytes
    },
  )
}
