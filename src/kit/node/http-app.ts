// HTTP app — Fastify itself: its limits, and bodies checked against their types.

import {
  registerAjvFormats,
  type TypeBoxTypeProvider,
  TypeBoxValidatorCompiler,
} from '@fastify/type-provider-typebox'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'

export type HttpApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

export interface AppNeeds {
  readonly https?: { readonly key: string; readonly cert: string }
  /** Whether requests come through a proxy on this machine, which names the true sender. */
  readonly behindProxy?: boolean
}

/** A route that takes more says so by its own `bodyLimit`. */
export const bodyBytesMax = 1024 * 1024
export const requestMsMax = 300_000
const keepAliveMs = 5_000

/** A body is taken as it is; the texts of a query string are first read as the types they stand for. */
export function createApp({ https, behindProxy }: AppNeeds): HttpApp {
  const settings = {
    bodyLimit: bodyBytesMax,
    requestTimeout: requestMsMax,
    keepAliveTimeout: keepAliveMs,
    forceCloseConnections: 'idle' as const,
    trustProxy: behindProxy ? 'loopback' : false,
    ...(https ? { https } : {}),
  }
  registerAjvFormats()
  // Over TLS the instance has another type of socket, which no route ever sees.
  const app = Fastify(settings).withTypeProvider<TypeBoxTypeProvider>() as unknown as HttpApp
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) =>
    done(null, body),
  )
  return app
}
