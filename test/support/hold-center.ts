// Hold center — one more process of a test's data centre, over the same database, which reads
// templates where a packet holds finger images.

import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createExhaustiveGallery } from '../../src/center/afis/exhaustive.ts'
import { watchGallery } from '../../src/center/afis/watched-gallery.ts'
import type { CenterSchema } from '../../src/center/database/schema.ts'
import { openUploads } from '../../src/center/inbox/upload.ts'
import { createCenterServer } from '../../src/center/server.ts'
import { startPipeline } from '../../src/center/worker.ts'
import type { CenterWorld } from '../../src/center/world.ts'
import type { PrivateKeys } from '../../src/enrollment/keys.ts'
import { openDatabase } from '../../src/kit/node/database.ts'
import { readDrawn } from './drawn-templates.ts'
import { testStaffWorld } from './staff.ts'

export interface CenterAsked {
  readonly databaseUrl: string
  readonly keys: PrivateKeys
}

async function start({ databaseUrl, keys }: CenterAsked) {
  const home = await mkdtemp(join(tmpdir(), 'center-'))
  const database = openDatabase<CenterSchema>({ url: databaseUrl })
  const world: CenterWorld = {
    ...testStaffWorld(database.db as never, 'center'),
    program: 'center',
    db: database.db,
    clock: Date.now,
    ids: randomUUID,
    randomBytes,
    keys,
    uploads: await openUploads(join(home, 'incoming')),
    settings: {
      home,
      host: '127.0.0.1',
      port: 0,
      databaseUrl,
      tls: undefined,
      falsePositiveRate: 1 / 1_000,
      searchMsMax: 60_000,
      demo: true,
    },
    log: () => {},
  }
  const gallery = watchGallery(createExhaustiveGallery(), () => performance.now())
  const pipeline = startPipeline(world, gallery, readDrawn)
  const server = await createCenterServer(world, { pipeline, gallery })
  process.send?.(await server.listen({ port: 0 }))
  process.once('disconnect', async () => {
    await server.stop()
    await pipeline.stop()
    await database.close()
    await rm(home, { recursive: true, force: true })
  })
}

process.once('message', (asked) => void start(asked as CenterAsked))
