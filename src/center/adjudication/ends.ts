// Ends — whose record a duplicate is one of: told to the center's people alone, never to an office.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { refuse } from '#kit/node/http-refusal'
import { orNull } from '#kit/schema'
import { allow } from '#staff/guard'
import type { CenterWorld } from '../world.ts'

const EndReply = Type.Object({
  status: Type.String(),
  /** The case that a DUPLICATE_RECORD is a duplicate of. */
  duplicateOf: orNull(Type.String()),
})

export function endRoutes(app: HttpApp, { db }: CenterWorld): void {
  app.get(
    '/api/decisions/:caseId',
    {
      onRequest: allow('adjudicator', 'supervisor'),
      schema: {
        summary: 'What was decided about a case, by machine or expert',
        params: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
        response: { 200: EndReply },
      },
    },
    async (request) => {
      const row = await db
        .selectFrom('events')
        .select('facts')
        .where('case_id', '=', request.params.caseId)
        .where('type', '=', 'decided')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (row === undefined) return refuse(404, { code: 'adjudication.not-decided' })
      // Written by `appendFact` alone.
      const { decision } = row.facts as { decision: { status: string; of?: string } }
      return { status: decision.status, duplicateOf: decision.of ?? null }
    },
  )
}
