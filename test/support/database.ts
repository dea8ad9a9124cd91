// Database — a fresh database of one's own for each test file, on the run's one server.

import { afterAll, beforeAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../src/kit/node/database.ts'
import { migrate } from '../../src/kit/node/migrate.ts'

/** The URL of a new, empty database. */
export async function freshDatabaseUrl(): Promise<string> {
  const response = await fetch(inject('databases'), { method: 'POST' })
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return text
}

/**
 * Call at the top of a test file: opens a fresh database before its tests, brings its tables up to
 * date, and closes it after them. Use `database.db` inside tests and hooks only.
 */
export function useDatabase<Schema>(
  migrations: Readonly<Record<string, string>> = {},
): Pick<Database<Schema>, 'db'> & { readonly url: string } {
  let opened: (Database<Schema> & { url: string }) | undefined
  beforeAll(async () => {
    const url = await freshDatabaseUrl()
    opened = { ...openDatabase<Schema>({ url }), url }
    await migrate(opened.db, migrations)
  })
  afterAll(() => opened?.close())
  const present = () => {
    if (!opened) throw new Error('the database is open only while tests run')
    return opened
  }
  return {
    get db() {
      return present().db
    },
    get url() {
      return present().url
    },
  }
}
