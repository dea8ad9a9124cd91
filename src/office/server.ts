// Server — the office's HTTP: every stage's routes, the sign-in, and the screens.

import { join } from 'node:path'
import { createHttpServer, type HttpServer } from '#kit/node/http-server'
import { programRoot } from '#kit/node/program'
import { tungkalJaya, tungkalJayaTables } from '#resident/tungkal-jaya'
import { villagesOf } from '#resident/wilayah'
import { sessionRoutes } from '#staff/session-routes'
import { administrationRoutes } from './administration/routes.ts'
import { approvalRoutes } from './approvals/routes.ts'
import { attestationRoutes } from './attestation/routes.ts'
import { captureRoutes } from './capture/routes.ts'
import { complaintRoutes } from './complaints/routes.ts'
import { documentRoutes } from './counter/document-routes.ts'
import { counterRoutes } from './counter/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { formRoutes } from './form/routes.ts'
import { handoverRoutes } from './handover/routes.ts'
import { centerNoticeRoutes } from './notices/routes.ts'
import { officeName } from './office-name.ts'
import { outboxRoutes } from './outbox/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { portalRoutes } from './portal/routes.ts'
import { printingRoutes } from './printing/routes.ts'
import { queueRoutes } from './queue/routes.ts'
import { registerRoutes } from './register/routes.ts'
import { smsRoutes } from './sms/routes.ts'
import { statusRoutes } from './status/routes.ts'
import { villageRoutes } from './village/routes.ts'
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
  portalRoutes(app, world)
  deskRoutes(app, world)
  formRoutes(app, world)
  villageRoutes(app, world)
  queueRoutes(app, world)
  counterRoutes(app, world)
  documentRoutes(app, world)
  approvalRoutes(app, world)
  captureRoutes(app, world)
  attestationRoutes(app, world)
  registerRoutes(app, world)
  outboxRoutes(app, world)
  centerNoticeRoutes(app, world)
  printingRoutes(app, world)
  handoverRoutes(app, world)
  overviewRoutes(app, world)
  statusRoutes(app, world)
  complaintRoutes(app, world)
  smsRoutes(app, world)
  administrationRoutes(app, { ...world, villages: villagesOf(tungkalJayaTables, tungkalJaya) })
  return server
}
