// Routes — the figures of the center for a Prometheus server: from this machine, or with the token.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { HttpApp } from '#kit/node/http-app'
import { refuse } from '#kit/node/http-refusal'
import { prometheusText, prometheusTextType } from '#kit/prometheus-text'
import { type Measured, metricsOf } from './metrics.ts'

export interface MetricsNeeds {
  /** Where one is set nobody reads without it, from this machine neither. */
  readonly token: string | undefined
  readonly read: () => Promise<Measured>
}

export function metricsRoutes(app: HttpApp, { token, read }: MetricsNeeds): void {
  app.get(
    '/metrics',
    {
      async onRequest(request, reply) {
        if (token === undefined) {
          if (!isOfThisMachine(request)) refuse(403, { code: 'metrics.elsewhere' })
        } else if (!hasToken(request, token)) {
          reply.header('www-authenticate', 'Bearer')
          refuse(401, { code: 'metrics.token' })
        }
      },
      schema: { summary: 'Figures for Prometheus, text format 0.0.4' },
    },
    async (_request, reply) => {
      reply.type(prometheusTextType)
      return prometheusText(metricsOf(await read()))
    },
  )
}

/** What a proxy on this machine passes on comes from elsewhere. */
function isOfThisMachine({ socket, headers }: FastifyRequest): boolean {
  const isPassedOn = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined
  return !isPassedOn && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
}

function hasToken({ headers }: FastifyRequest, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}
