// Main — the center begins: its world, its gallery, its pipeline, its routes.

import { join } from 'node:path'
import { demandPort } from '#kit/node/ports'
import { createSampleAccounts } from '#staff/sample-accounts'
import { watchGallery } from './afis/watched-gallery.ts'
import { startFilling } from './demographics/fill.ts'
import { startExaminers } from './enroll/examiners.ts'
import { startPacketChecks } from './inbox/packet-checks.ts'
import { startUploadSweep } from './inbox/sweep.ts'
import { openScattered } from './matchers/open-scattered.ts'
import { openGallery } from './open-gallery.ts'
import { openCenterWorld } from './open-world.ts'
import { startRemaking } from './remake-templates.ts'
import { createCenterServer } from './server.ts'
import type { CenterSettings } from './settings.ts'
import { startPipeline } from './worker.ts'
import type { CenterWorld } from './world.ts'

export interface RunningCenter {
  readonly address: string
  readonly world: CenterWorld
  stop(): Promise<void>
}

/** Everything in order; what was started ends in the opposite order. */
export async function startCenter(
  settings: CenterSettings,
  log: (line: string) => void,
): Promise<RunningCenter> {
  await demandPort(settings.port, 'LOKET_CENTER_PORT', settings.host)
  const { world, close } = await openCenterWorld(settings, log, 'program')
  if (settings.demo) await createSampleAccounts(world)
  const opened =
    settings.nats === undefined
      ? await openGallery(world.db, join(settings.home, 'gallery'), log)
      : openScattered(world.db, settings.nats, { log })
  const gallery = watchGallery(opened.gallery, () => performance.now())

  const sweep = startUploadSweep(world)
  const examiners = startExaminers()
  const checks = startPacketChecks()
  const filling = startFilling(world)
  const remaking = startRemaking(world, examiners.examine)
  const pipeline = startPipeline(world, gallery, examiners.examine, remaking.isCurrent)
  void remaking.current.then(pipeline.wake)
  const server = await createCenterServer(world, {
    ...{ pipeline, gallery, checkPacket: checks.checkPacket },
  })
  const address = await server.listen({ port: settings.port, host: settings.host })
  server.ready()
  return {
    address,
    world,
    async stop() {
      await server.stop()
      await checks.stop()
      await pipeline.stop()
      await remaking.stop()
      await examiners.stop()
      await opened.stop()
      await sweep.stop()
      await filling.stop()
      await close()
    },
  }
}
