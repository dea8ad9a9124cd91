// Routes — register: the reply is sent once record and packet are committed.

import { Type } from 'typebox'
import { parseCaseId } from '#enrollment/events'
import type { HttpApp } from '#kit/node/http-app'
import { accountOf, allow } from '#staff/guard'
import { refuseUnknown } from '../cases/at-stage.ts'
import { Registered } from '../records/wire.ts'
import type { OfficeWorld } from '../world.ts'
import { registerCase } from './register.ts'

export function registerRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/register/:caseId',
    {
      onRequest: allow('operator-ktp'),
      schema: {
        summary: 'Store the record and lay its packet into the outbox, in one step',
        params: Type.Object({ caseId: Type.String() }),
        response: { 200: Registered },
      },
    },
    async (request): Promise<Registered> => {
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      const { accountId } = accountOf(request)
      return (await registerCase(world, caseId, accountId)) ?? refuseUnknown()
    },
  )
}
