// Open world — the center's database, keys and clock, put together; shared by program and commands.

import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { generateKeys, type PrivateKeys } from '#enrollment/keys'
import { systemClock } from '#kit/clock'
import { createDurably, findJson } from '#kit/node/files'
import { openProgramDatabase, type ProgramDatabase } from '#kit/node/program-database'
import { openVault } from '#kit/node/vault'
import { passwordCost, passwordsAt } from '#staff/password'
import { type CenterSchema, centerMigrations } from './database/schema.ts'
import { openUploads } from './inbox/upload.ts'
import type { CenterSettings } from './settings.ts'
import type { CenterWorld } from './world.ts'

export interface OpenedCenter {
  readonly world: CenterWorld
  close(): Promise<void>
}

/** The database alone, for whoever has no business with keys and packets. */
export function openCenterDatabase(
  { home, databaseUrl }: Pick<CenterSettings, 'home' | 'databaseUrl'>,
  log: (line: string) => void,
  as: 'program' | 'command',
): Promise<ProgramDatabase<CenterSchema>> {
  const dataDir = join(home, 'postgres')
  const migrations = centerMigrations
  return openProgramDatabase({ dataDir, databaseUrl, name: 'center', migrations, as, log })
}

/** The program itself starts the database server; a command beside it uses the one that runs. */
export async function openCenterWorld(
  settings: CenterSettings,
  log: (line: string) => void,
  as: 'program' | 'command',
): Promise<OpenedCenter> {
  const { db, close } = await openCenterDatabase(settings, log, as)
  const world: CenterWorld = {
    program: 'center',
    db,
    vault: await openVault({ keyFile: join(settings.home, 'vault.key') }),
    clock: systemClock,
    randomBytes,
    ids: randomUUID,
    passwords: passwordsAt(passwordCost),
    keys: await openKeys(settings.home),
    uploads: await openUploads(join(settings.home, 'incoming')),
    settings,
    log,
  }
  return { world, close }
}

/** Made at the first start, in a file that only this user can read. */
async function openKeys(home: string): Promise<PrivateKeys> {
  const file = join(home, 'keys.json')
  const fresh = await generateKeys(`center-${randomUUID()}`)
  await createDurably(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 })
  return (await findJson(file)) as PrivateKeys
}
