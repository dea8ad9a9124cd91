// Program database — a program's own database, ready for use: its server where it brings one, its
// tables up to date; and all of it ended again where something on the way fails.

import type { Kysely } from 'kysely'
import { ensureDatabase, openDatabase } from './database.ts'
import { awaitDatabase } from './database-away.ts'
import { migrate } from './migrate.ts'
import { findPostgres, startPostgres } from './postgres.ts'

export interface ProgramDatabaseOptions {
  /** Of the embedded server. */
  readonly dataDir: string
  /** A server of one's own instead of the embedded one. */
  readonly databaseUrl: string | undefined
  readonly name: string
  readonly migrations: Readonly<Record<string, string>>
  /** The program itself starts the server; a command beside it uses the one that runs. */
  readonly as: 'program' | 'command'
  /**
   * For so long a server of one's own is waited for while it cannot be reached; unless told, a program
   * waits and a command does not.
   */
  readonly patienceMs?: number
  readonly log: (line: string) => void
}

/** After this it ends with one sentence; whoever watches over it starts it again. */
export const programPatienceMs = 60_000
const tryEveryMs = 500

export interface ProgramDatabase<Schema> {
  readonly db: Kysely<Schema>
  close(): Promise<void>
}

/** @throws a trouble 'database.away' where a server of one's own cannot be reached */
export async function openProgramDatabase<Schema>(
  options: ProgramDatabaseOptions,
): Promise<ProgramDatabase<Schema>> {
  const server = await openServer(options)
  try {
    const url = server.url(options.name)
    const patience = { ms: patienceOf(options), everyMs: tryEveryMs, log: options.log }
    const database = await awaitDatabase(url, patience, () =>
      openUpToDate<Schema>(url, options.migrations),
    )
    return {
      db: database.db,
      async close() {
        await database.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openUpToDate<Schema>(url: string, migrations: Readonly<Record<string, string>>) {
  await ensureDatabase(url)
  const database = openDatabase<Schema>({ url })
  try {
    await migrate(database.db, migrations)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

function patienceOf({ databaseUrl, as, patienceMs }: ProgramDatabaseOptions): number {
  if (databaseUrl === undefined) return 0
  return patienceMs ?? (as === 'program' ? programPatienceMs : 0)
}

interface Server {
  url(name: string): string
  stop(): Promise<void>
}

async function openServer(options: ProgramDatabaseOptions): Promise<Server> {
  const { databaseUrl, dataDir, as, log } = options
  const stop = async () => {}
  if (databaseUrl !== undefined) return { url: () => databaseUrl, stop }
  const running = as === 'command' ? await findPostgres(dataDir) : undefined
  return running === undefined ? startPostgres({ dataDir, log }) : { ...running, stop }
}
