// Hook — everything that the line of the offices refuses goes past here on its way out.

import type { FastifyRequest } from 'fastify'
import type { HttpApp } from '#kit/node/http-app'
import { findRefusal } from '#kit/node/http-refusal'
import type { Door } from './door.ts'

/** Not what is only a matter of time: busy, too much at once, another offset. */
const statuses: readonly number[] = [401, 422]
const codes: readonly string[] = ['upload.announced-otherwise']

/** Add it before the routes. `senderOf`: the office in whose name a call came. */
export function countRefusals(
  app: HttpApp,
  door: Door,
  senderOf: (request: FastifyRequest) => string | undefined,
): void {
  app.addHook('onError', async (request, _reply, error) => {
    const refusal = findRefusal(error)
    if (refusal === undefined || !request.url.startsWith('/v1/')) return
    const { status, issue } = refusal
    if (!statuses.includes(status) && !codes.includes(issue.code)) return
    door.refused(issue.code, senderOf(request))
  })
  app.addHook('onClose', () => door.settled())
}
