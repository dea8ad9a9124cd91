// HTTP server — Fastify with the house's manners: checked bodies, plain errors, documented routes.

import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { Type } from '@fastify/type-provider-typebox'
import { type AppNeeds, createApp, type HttpApp } from './http-app.ts'
import { errorHandler, routeOf, sendIssue } from './http-errors.ts'
import { securityHeaders } from './http-headers.ts'
import type { Words } from './http-refusal.ts'
import { isNavigation, sendFirstPage, serveScreens } from './http-screens.ts'
import { programVersion } from './program.ts'

export type { HttpApp } from './http-app.ts'

export interface HttpServerOptions extends AppNeeds {
  /** Stands above the documentation. */
  readonly title: string
  readonly words?: Words
  /** Folder of the built pages; none are served where it has no index.html. */
  readonly screens?: string
  /** Other origins that a page may talk to. */
  readonly connectSources?: readonly string[]
  readonly log?: (line: string) => void
}

export interface HttpServer {
  readonly app: HttpApp
  /** From now on GET /health says 200; before it says 503. */
  ready(): void
  /** Port 0 takes a free one. Answers the address that people can open. */
  listen(where: { readonly port: number; readonly host?: string }): Promise<string>
  /** Lets running requests end, for a moment; takes less than two seconds. */
  stop(): Promise<void>
}

const stopMsMax = 1_500

/**
 * The server, with /health, /openapi.json and a readable page of it at /docs. Routes are added to
 * `app` before `listen`; what they refuse they refuse with `refuse` or `valueOrRefuse`.
 */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { words = () => undefined, log = () => {} } = options
  const app = createApp(options)
  app.setErrorHandler(errorHandler({ words, log }))
  app.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime)
    log(`${request.method} ${routeOf(request)} ${reply.statusCode} ${ms} ms`)
  })
  addHeaders(app, options)
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await documentRoutes(app, options.title)
  const state = { ready: false }
  addHealth(app, state)
  const hasScreens = options.screens !== undefined && (await serveScreens(app, options.screens))
  app.setNotFoundHandler((request, reply) => {
    if (hasScreens && isNavigation(request)) return sendFirstPage(reply)
    const issue = { code: 'request.unknown-path' }
    return sendIssue(request, reply, { status: 404, issue }, words)
  })
  return {
    app,
    ready: () => {
      state.ready = true
    },
    listen: ({ port, host = '127.0.0.1' }) => app.listen({ port, host }),
    stop: () => stop(app),
  }
}

function addHeaders(app: HttpApp, { https, connectSources = [] }: HttpServerOptions) {
  const headers = securityHeaders({ https: https !== undefined, connectSources })
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(headers)
    // Whatever is not a file of the build is about somebody.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

async function documentRoutes(app: HttpApp, title: string) {
  await app.register(swagger, { openapi: { info: { title, version: programVersion } } })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

function addHealth(app: HttpApp, state: { readonly ready: boolean }) {
  const Health = Type.Object({ status: Type.String(), version: Type.String() })
  const schema = { summary: 'Whether the program serves', response: { 200: Health, 503: Health } }
  app.get('/health', { schema }, (_request, reply) => {
    if (!state.ready) reply.code(503)
    return { status: state.ready ? 'ok' : 'starting', version: programVersion }
  })
}

async function stop(app: HttpApp) {
  const cut = setTimeout(() => app.server.closeAllConnections(), stopMsMax)
  await app.close()
  clearTimeout(cut)
}
