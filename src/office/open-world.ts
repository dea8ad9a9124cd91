// Open world — the office's database, keys, fonts and clock, put together; shared by program and
// commands.

import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { systemClock } from '#kit/clock'
import { ensureDatabase, openDatabase } from '#kit/node/database'
import { readPrintFonts } from '#kit/node/fonts'
import { migrate } from '#kit/node/migrate'
import { findPostgres, startPostgres } from '#kit/node/postgres'
import { openVault } from '#kit/node/vault'
import { passwordCost, passwordsAt } from '#staff/password'
import { officeMigrations } from './database/migrations.ts'
import type { OfficeSchema } from './database/schema.ts'
import { openIdentity } from './identity.ts'
import type { OfficeSettings } from './settings.ts'
import type { OfficeWorld } from './world.ts'

export interface OpenedOffice {
  readonly world: OfficeWorld
  close(): Promise<void>
}

/** The program itself starts the database server; a command beside it uses the one that runs. */
export async function openOfficeWorld(
  settings: OfficeSettings,
  needs: { readonly log: (line: string) => void; readonly wakeLine: () => void },
  as: 'program' | 'command',
): Promise<OpenedOffice> {
  const postgres = await openPostgres(settings, needs.log, as)
  const url = settings.databaseUrl ?? postgres?.url('office') ?? ''
  await ensureDatabase(url)
  const database = openDatabase<OfficeSchema>({ url })
  await migrate(database.db, officeMigrations)
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
    ...needs,
  }
  return {
    world,
    async close() {
      await database.close()
      await postgres?.stop()
    },
  }
}

async function openPostgres(
  settings: OfficeSettings,
  log: (line: string) => void,
  as: 'program' | 'command',
) {
  if (settings.databaseUrl !== undefined) return undefined
  const dataDir = join(settings.home, 'postgres')
  const running = as === 'command' ? await findPostgres(dataDir) : undefined
  return running ? { ...running, stop: async () => {} } : startPostgres({ dataDir, log })
}
