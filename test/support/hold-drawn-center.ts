// Hold drawn center — a whole data centre as a process, with its own database and gallery on disk, to be
// killed at any moment; it reads templates where a packet holds finger images.

import { join } from 'node:path'
import { watchGallery } from '../../src/center/afis/watched-gallery.ts'
import { startUploadSweep } from '../../src/center/inbox/sweep.ts'
import { openGallery } from '../../src/center/open-gallery.ts'
import { openCenterWorld } from '../../src/center/open-world.ts'
import { createCenterServer } from '../../src/center/server.ts'
import { startPipeline } from '../../src/center/worker.ts'
import { whenParentIsGone } from '../../src/kit/node/parent.ts'
import { drawnCenterSettings } from './drawn-center.ts'
import { readDrawn } from './drawn-templates.ts'

const [, , home = '', port = ''] = process.argv
const settings = drawnCenterSettings(home, Number(port))
const { world, close } = await openCenterWorld(settings, console.error, 'program')
const opened = await openGallery(world.db, join(home, 'gallery'), console.error)
const gallery = watchGallery(opened.gallery, () => performance.now())
const sweep = startUploadSweep(world)
const pipeline = startPipeline(world, gallery, readDrawn)
const server = await createCenterServer(world, { pipeline, gallery })
await server.listen(settings)
server.ready()

async function stop(): Promise<void> {
  await server.stop()
  await pipeline.stop()
  await opened.stop()
  await sweep.stop()
  await close()
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
whenParentIsGone(() => void stop())
