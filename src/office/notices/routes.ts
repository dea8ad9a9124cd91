// Routes — what the center tells of itself, for the screens of everybody who works here.

import type { HttpApp } from '#kit/node/http-app'
import { allow } from '#staff/guard'
import { rolesOf } from '#staff/roles'
import type { OfficeDb } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { CenterNoticesReply } from './wire.ts'

export function centerNoticeRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/center-notices',
    {
      onRequest: allow(...rolesOf('office')),
      schema: {
        summary: 'Outages, pauses and maintenance of the center that hold or will hold',
        response: { 200: CenterNoticesReply },
      },
    },
    async () => ({ notices: await listStanding(world.db, world.clock()) }),
  )
}

/** One that is over is no longer shown, also while the center cannot be reached. */
async function listStanding(db: OfficeDb, atMs: number): Promise<CenterNoticesReply['notices']> {
  const { notices } = await db.selectFrom('center_line').select('notices').executeTakeFirstOrThrow()
  return notices.filter(({ toMs }) => toMs > atMs)
}
