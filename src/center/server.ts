// Server — the center's HTTP: the offices' side door, the adjudicators' screens, the sign-in.

import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import type { Loop } from '#kit/loop'
import { createHttpServer, type HttpServer } from '#kit/node/http-server'
import { programRoot } from '#kit/node/program'
import { sessionRoutes } from '#staff/session-routes'
import { type AdjudicationNeeds, adjudicationRoutes } from './adjudication/routes.ts'
import { administrationRoutes } from './administration/routes.ts'
import { type Gallery, isSearchFailure } from './afis/gallery.ts'
import type { WatchedGallery } from './afis/watched-gallery.ts'
import { answerRoutes } from './answers/routes.ts'
import { fprOf } from './decision/policy.ts'
import { createDoor } from './door/door.ts'
import { countRefusals } from './door/hook.ts'
import { galleryRoutes } from './gallery-view/routes.ts'
import { type CheckPacket, checkPacket } from './inbox/check-packet.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { measureAll, measureGallery } from './measure.ts'
import { metricsRoutes } from './metrics/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { readNotices } from './notices/store.ts'
import { officeAdministrationRoutes } from './offices/administration-routes.ts'
import { createRates } from './offices/rates.ts'
import { officeRoutes } from './offices/routes.ts'
import { callingOffice, findNamedOffice } from './pass.ts'
import { pipelineRoutes } from './pipeline-view/routes.ts'
import { findNewSuspects } from './search-for.ts'
import { centerWords } from './words.ts'
import type { CenterWorld } from './world.ts'

const centerName = 'Pusat Data'

export async function createCenterServer(
  world: CenterWorld,
  parts: {
    readonly pipeline: Pick<Loop, 'wake'>
    readonly gallery: WatchedGallery
    /** In the thread that answers, unless it is given another way. */
    readonly checkPacket?: CheckPacket
  },
): Promise<HttpServer> {
  const { tls, demo } = world.settings
  const server = await createHttpServer({
    title: 'Loket · center',
    words: centerWords,
    screens: join(programRoot, 'dist/screens/center'),
    log: world.log,
    ...(tls ? { https: { key: tls.key, cert: tls.certificate } } : {}),
  })
  const { app } = server
  const rates = createRates(world.clock)
  const calling = (request: FastifyRequest) => callingOffice(request, world, rates)
  sessionRoutes(app, { ...world, demo, officeName: centerName })
  countRefusals(app, createDoor(world), findNamedOffice)
  officeRoutes(app, world)
  officeAdministrationRoutes(app, world)
  administrationRoutes(app, world)
  inboxRoutes(app, {
    world,
    callingOffice: calling,
    rates,
    checkPacket: parts.checkPacket ?? checkPacket,
    wake: parts.pipeline.wake,
  })
  adjudicationRoutes(app, adjudicationNeeds(world, parts.gallery))
  pipelineRoutes(app, { world, words: centerWords, wake: parts.pipeline.wake })
  galleryRoutes(app, () => measureGallery(world, parts.gallery))
  metricsRoutes(app, {
    token: world.settings.metricsToken,
    read: () => measureAll(world, parts.gallery),
  })
  noticeRoutes(app, world)
  answerRoutes(app, {
    world,
    callingOffice: calling,
    readNotices: () => readNotices(world.db, world.clock()),
  })
  return server
}

function adjudicationNeeds(world: CenterWorld, gallery: Gallery): AdjudicationNeeds {
  const { falsePositiveRate: rate, searchMsMax: withinMs } = world.settings
  return {
    world,
    async findNewSuspects(transaction, about, shown) {
      const parts = { gallery, rate, withinMs, atMs: world.clock() }
      const found = await findNewSuspects(transaction, parts, about, shown)
      return isSearchFailure(found) ? undefined : found
    },
    fprOf,
  }
}
