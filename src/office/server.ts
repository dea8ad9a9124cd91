// Server — the office's HTTP: every stage's routes, the sign-in, and the screens.

import { join } from 'node:path'
import { createHttpServer, type HttpServer } from '#kit/node/http-server'
import { programRoot } from '#kit/node/program'
import { sessionRoutes } from '#staff/session-routes'
import { officeName } from './office-name.ts'
import { outboxRoutes } from './outbox/routes.ts'
import { officeWords } from './words.ts'
import type { OfficeWorld } from './world.ts'

export async function createOfficeServer(world: OfficeWorld): Promise<HttpServer> {
  const { tls, demo } = world.settings
  const server = await createHttpServer({
    title: 'Loket · office',
    words: officeWords,
    screens: join(programRoot, 'dist/screens/office'),
    // The scanner's service runs on the operator's own machine (SBI 0.9.5).
    connectSources: ['http://127.0.0.1:*'],
    log: world.log,
    ...(tls ? { https: { key: tls.key, cert: tls.certificate } } : {}),
  })
  const { app } = server
  sessionRoutes(app, { ...world, demo, officeName })
  outboxRoutes(app, world)
  return server
}
