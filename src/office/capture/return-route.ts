// Return route — biodata that turn out wrong while they are read aloud go back to Loket I; what was
// taken of the resident stays for the next time.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { accountOf, allow } from '#staff/guard'
import { leaveQueue } from '../cases/queue-place.ts'
import { counterReturnContext } from '../cases/returns.ts'
import { recordAct } from '../log/act.ts'
import { appendFact } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { actInCapture } from './in-capture.ts'
import { saveBiodataConfirmed } from './store.ts'
import { Returned, ReturnRequest } from './wire.ts'

export function returnRoute(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/captures/:caseId/return',
    {
      onRequest: allow('operator-ktp'),
      schema: {
        summary: 'Send a resident back to Loket I with a reason that can be read by ticket',
        params: Type.Object({ caseId: Type.String() }),
        body: ReturnRequest,
        response: { 200: Returned },
      },
    },
    async (request): Promise<Returned> =>
      actInCapture(world, request, async (transaction, { caseId }) => {
        const atMs = world.clock()
        const by = accountOf(request).accountId
        await transaction
          .insertInto('counter_returns')
          .values({
            case_id: caseId,
            requirement_id: null,
            sealed_reason: world.vault.sealText(request.body.reason, counterReturnContext(caseId)),
            returned_by: by,
            returned_at: new Date(atMs),
          })
          .execute()
        await leaveQueue(transaction, caseId, atMs)
        // Biodata that are corrected are read aloud anew.
        await saveBiodataConfirmed(transaction, caseId, undefined)
        await appendFact(transaction, caseId, { type: 'counter-returned' }, atMs)
        await recordAct(transaction, {
          at: atMs,
          actor: by,
          act: 'capture.returned',
          subject: { caseId },
        })
        return { waitingAt: 'queue' }
      }),
  )
}
