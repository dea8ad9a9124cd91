// Routes — how an office becomes known to the center.

import { publicKeysOf } from '#enrollment/keys'
import { type EnrollOfficeAnswer, EnrollOfficeRequest } from '#enrollment/transfer'
import type { HttpApp } from '#kit/node/http-app'
import { valueOrRefuse } from '#kit/node/http-refusal'
import type { CenterWorld } from '../world.ts'
import { enrollOffice } from './store.ts'

const triesPerMinuteMax = 10

export function officeRoutes(app: HttpApp, world: CenterWorld): void {
  app.post(
    '/v1/offices',
    {
      schema: {
        summary: 'Enroll an office: a one-time code buys the exchange of keys',
        body: EnrollOfficeRequest,
      },
      config: { rateLimit: { max: triesPerMinuteMax, timeWindow: 60_000 } },
    },
    async (request, reply): Promise<EnrollOfficeAnswer> => {
      const officeId = valueOrRefuse(await enrollOffice(world, request.body), 403)
      reply.code(201)
      return { officeId, center: await publicKeysOf(world.keys) }
    },
  )
}
