// Main — the office begins: its database, its keys, its line to the center, its routes.

import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { systemClock } from '#kit/clock'
import { ensureDatabase, openDatabase } from '#kit/node/database'
import { readPrintFonts } from '#kit/node/fonts'
import { migrate } from '#kit/node/migrate'
import { demandPort } from '#kit/node/ports'
import { startPostgres } from '#kit/node/postgres'
import { openVault } from '#kit/node/vault'
import { passwordCost, passwordsAt } from '#staff/password'
import { createSampleAccounts } from '#staff/sample-accounts'
import { officeMigrations } from './database/migrations.ts'
import type { OfficeSchema } from './database/schema.ts'
import { openIdentity } from './identity.ts'
import { startLineWorker } from './outbox/worker.ts'
import { createOfficeServer } from './server.ts'
import type { OfficeSettings } from './settings.ts'
import type { OfficeWorld } from './world.ts'

export interface RunningOffice {
  readonly address: string
  readonly world: OfficeWorld
  stop(): Promise<void>
}

/** Everything in order; what was started ends in the opposite order. */
export async function startOffice(
  settings: OfficeSettings,
  log: (line: string) => void,
): Promise<RunningOffice> {
  await demandPort(settings.port, 'LOKET_OFFICE_PORT', settings.host)
  const postgres = settings.databaseUrl
    ? undefined
    : await startPostgres({ dataDir: join(settings.home, 'postgres'), log })
  const url = settings.databaseUrl ?? (postgres as NonNullable<typeof postgres>).url('office')
  await ensureDatabase(url)
  const database = openDatabase<OfficeSchema>({ url })
  await migrate(database.db, officeMigrations)

  const line = { wake: () => {} }
  const world: OfficeWorld = {
    program: 'office',
    db: database.db,
    vault: await openVault({ keyFile: join(settings.home, 'vault.key') }),
    clock: systemClock,
    randomBytes,
    ids: randomUUID,
    passwords: passwordsAt(passwordCost),
    identity: await openIdentity(settings.home, randomUUID),
    settings,
    fonts: await readPrintFonts(),
    fetch,
    wakeLine: () => line.wake(),
    log,
  }
  if (settings.demo) await createSampleAccounts(world)
  const server = await createOfficeServer(world)
  const worker = startLineWorker(world)
  line.wake = worker.wake
  const address = await server.listen({ port: settings.port, host: settings.host })
  server.ready()
  return {
    address,
    world,
    async stop() {
      await server.stop()
      await worker.stop()
      await database.close()
      await postgres?.stop()
    },
  }
}
