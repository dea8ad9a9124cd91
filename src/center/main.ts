// Main — the center begins: its database, its keys, its gallery, its pipeline, its routes.

import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { generateKeys, type PrivateKeys } from '#enrollment/keys'
import { systemClock } from '#kit/clock'
import { ensureDatabase, openDatabase } from '#kit/node/database'
import { createDurably, findJson } from '#kit/node/files'
import { migrate } from '#kit/node/migrate'
import { demandPort } from '#kit/node/ports'
import { startPostgres } from '#kit/node/postgres'
import { openVault } from '#kit/node/vault'
import { passwordCost, passwordsAt } from '#staff/password'
import { createSampleAccounts } from '#staff/sample-accounts'
import { createGallery } from './afis/gallery.ts'
import { type CenterSchema, centerMigrations } from './database/schema.ts'
import { openUploads } from './inbox/upload.ts'
import { readGallery } from './records/store.ts'
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
  const postgres = settings.databaseUrl
    ? undefined
    : await startPostgres({ dataDir: join(settings.home, 'postgres'), log })
  const url = settings.databaseUrl ?? (postgres as NonNullable<typeof postgres>).url('center')
  await ensureDatabase(url)
  const database = openDatabase<CenterSchema>({ url })
  await migrate(database.db, centerMigrations)

  const world: CenterWorld = {
    program: 'center',
    db: database.db,
    vault: await openVault({ keyFile: join(settings.home, 'vault.key') }),
    clock: systemClock,
    randomBytes,
    ids: randomUUID,
    passwords: passwordsAt(passwordCost),
    keys: await openKeys(settings.home),
    settings,
    log,
  }
  if (settings.demo) await createSampleAccounts(world)
  const gallery = createGallery()
  for await (const [caseId, fingers] of readGallery(world.db)) gallery.put(caseId, fingers)

  const uploads = await openUploads(join(settings.home, 'incoming'))
  const pipeline = startPipeline(world, gallery)
  const server = await createCenterServer(world, { uploads, pipeline, gallery })
  const address = await server.listen({ port: settings.port, host: settings.host })
  server.ready()
  return {
    address,
    world,
    async stop() {
      await server.stop()
      await pipeline.stop()
      await database.close()
      await postgres?.stop()
    },
  }
}

/** Made at the first start, in a file that only this user can read. */
async function openKeys(home: string): Promise<PrivateKeys> {
  const file = join(home, 'keys.json')
  const fresh = await generateKeys(`center-${randomUUID()}`)
  await createDurably(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 })
  return (await findJson(file)) as PrivateKeys
}
