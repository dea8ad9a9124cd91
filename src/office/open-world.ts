// Open world — the office's database, keys, fonts and clock, put together; shared by program and
// commands.

import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { systemClock } from '#kit/clock'
import { readPrintFonts } from '#kit/node/fonts'
import { openProgramDatabase } from '#kit/node/program-database'
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
  const { db, close } = await openProgramDatabase<OfficeSchema>({
    dataDir: join(settings.home, 'postgres'),
    databaseUrl: settings.databaseUrl,
    name: 'office',
    migrations: officeMigrations,
    as,
    log: needs.log,
  })
  const world: OfficeWorld = {
    program: 'office',
    db,
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
  return { world, close }
}
