// Routes — the public page: what is going on now, and the published standard, on screen and on paper.

import { renderStandardPoster } from '#card/poster'
import { posterFieldsOf } from '#card/standard-fields'
import type { HttpApp } from '#kit/node/http-app'
import { serviceStandard } from '#standard'
import type { OfficeWorld } from '../world.ts'
import { readNow } from './store.ts'
import { PortalReply } from './wire.ts'

export function portalRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/portal',
    { schema: { summary: 'What is going on at the office now', response: { 200: PortalReply } } },
    () => readNow(world.db, world.clock()),
  )

  app.get(
    '/api/standard',
    { schema: { summary: 'The published service standard as data' } },
    () => serviceStandard,
  )

  app.get(
    '/api/standard/poster.pdf',
    { schema: { summary: 'The published service standard as a poster (A4)' } },
    async (_request, reply) => {
      const { fonts, settings, clock } = world
      const fields = posterFieldsOf(serviceStandard, settings.publicUrl)
      const options = { fonts, at: clock(), sample: !settings.licensed }
      reply.type('application/pdf')
      return Buffer.from(await renderStandardPoster(fields, options))
    },
  )
}
