// Databases — vitest's global set-up: one database server a run, started when a test first asks.

import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureDatabase } from '../../src/kit/node/database.ts'
import { type Postgres, startPostgres } from '../../src/kit/node/postgres.ts'
import { endEarlierLife } from '../../src/kit/node/postgres-cluster.ts'
import { findBirthMark } from '../../src/kit/node/process-table.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test file asks for a fresh database. */
    databases: string
  }
}

const prefix = 'test-databases-'
// Tests do not survive a power cut, so they need not wait for the disk.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export default async function serveDatabases(project: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<Postgres> | undefined
  let folder: string | undefined
  const start = async () => {
    await removeLeftovers()
    folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
    await chmod(folder, 0o755)
    return startPostgres({ dataDir: join(folder, 'data'), settings })
  }
  const provide = async () => {
    postgres ??= start()
    const url = (await postgres).url(`test_${randomBytes(6).toString('hex')}`)
    await ensureDatabase(url)
    return url
  }
  const server = createServer((_request, response) => {
    provide().then(
      (url) => response.end(url),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no address to listen on')
  project.provide('databases', `http://127.0.0.1:${address.port}`)
  return async () => {
    server.close()
    server.closeAllConnections()
    await (await postgres)?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

/** A run that was killed leaves its server running: the next one ends it. */
async function removeLeftovers() {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (!pid || (await findBirthMark(Number(pid)))) continue
    await endEarlierLife(join(tmpdir(), name, 'data'))
    await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}
