// Postgres test — a real server, killed in every way that a day in an office can bring.

import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { findPostgres, type Postgres, startPostgres } from './postgres.ts'
import { listServerPids } from './postgres-cluster.ts'
import { findBirthMark, signal, waitUntil } from './process-table.ts'
import { programRoot } from './program.ts'

interface Notes {
  notes: { id: number; text: string }
}

const folders: string[] = []
const servers: Postgres[] = []
const isRoot = process.getuid?.() === 0
// Making a data folder takes most of the time: one is used by all tests that do not look at that.
const dataDir = await freshFolder()

async function freshFolder(mode = 0o755) {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'))
  await chmod(folder, mode)
  folders.push(folder)
  return join(folder, 'data')
}

async function start(dataDir: string, log?: (line: string) => void) {
  const postgres = await startPostgres({ dataDir, ...(log ? { log } : {}) })
  servers.push(postgres)
  return postgres
}

async function startInAnotherProcess(dataDir: string) {
  const script = join(programRoot, 'test/support/hold-postgres.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    cwd: programRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve)
  })
  return { child, ...(JSON.parse(line) as { url: string; pid: number }) }
}

const open = (url: string) => openDatabase<Notes>({ url })

async function note(url: string, id: number) {
  const { db, close } = open(url)
  await db.schema
    .createTable('notes')
    .ifNotExists()
    .addColumn('id', 'integer')
    .addColumn('text', 'text')
    .execute()
  await db.deleteFrom('notes').execute()
  await db.insertInto('notes').values({ id, text: 'durable' }).execute()
  await close()
}

async function readNotes(url: string) {
  const { db, close } = open(url)
  const rows = await db.selectFrom('notes').select('id').orderBy('id').execute()
  await close()
  return rows.map((row) => row.id)
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of folders) expect(await listServerPids(join(folder, 'data'))).toEqual([])
})
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

test('what was written is there after a stop and a second start, and no process is left between', async () => {
  const first = await start(dataDir)
  await note(first.url('postgres'), 1)
  await first.stop()
  expect(await listServerPids(dataDir)).toEqual([])
  const second = await start(dataDir)
  expect(await readNotes(second.url('postgres'))).toEqual([1])
})

test('commits wait for the disk', async () => {
  const { db, close } = open((await start(dataDir)).url('postgres'))
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await sql<Record<string, string>>`show ${sql.raw(setting)}`.execute(db)
    expect(rows[0]?.[setting]).toBe('on')
  }
  await close()
})

test('the password is needed, and only the owner can read it', async () => {
  const postgres = await start(dataDir)
  const url = new URL(postgres.url('postgres'))
  url.password = 'guessed'
  await expect(readNotes(url.href)).rejects.toThrow(/password/)
  expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600)
})

test('a server whose postmaster is killed comes back, and the same pool finds it', async () => {
  const postgres = await start(dataDir)
  const { db, close } = open(postgres.url('postgres'))
  await note(postgres.url('postgres'), 1)
  const read = () => db.selectFrom('notes').select('id').execute()
  await read()
  for (let round = 0; round < 3; round++) {
    const before = postgres.pid() as number
    signal(before, 'SIGKILL')
    expect(await waitUntil(async () => postgres.pid() !== before && !!postgres.pid(), 20_000)).toBe(
      true,
    )
    expect(await waitUntil(() => read().then(Boolean, () => false), 20_000)).toBe(true)
  }
  expect(await read()).toEqual([{ id: 1 }])
  await close()
})

test('a transaction that loses its server ends with an error and harms nobody else', async () => {
  const postgres = await start(dataDir)
  await note(postgres.url('postgres'), 1)
  const { db, close } = open(postgres.url('postgres'))
  const cut = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('notes').values({ id: 2, text: 'lost' }).execute()
    const before = postgres.pid() as number
    signal(before, 'SIGKILL')
    await waitUntil(() => !!postgres.pid() && postgres.pid() !== before, 20_000)
    await transaction.insertInto('notes').values({ id: 3, text: 'lost' }).execute()
  })
  await expect(cut).rejects.toThrow()
  expect(await readNotes(postgres.url('postgres'))).toEqual([1])
  await close()
})

test('a killed program leaves its server behind, and the next start ends that one first', async () => {
  const killed = await startInAnotherProcess(dataDir)
  await note(killed.url, 1)
  killed.child.kill('SIGKILL')
  expect(await waitUntil(async () => !(await findBirthMark(killed.child.pid!)), 5_000)).toBe(true)
  expect(await listServerPids(dataDir)).toContain(killed.pid)
  const next = await start(dataDir)
  expect(await listServerPids(dataDir)).not.toContain(killed.pid)
  expect(await readNotes(next.url('postgres'))).toEqual([1])
})

test('a folder whose program and server were both killed, as by a power cut, starts again', async () => {
  const killed = await startInAnotherProcess(dataDir)
  await note(killed.url, 1)
  killed.child.kill('SIGKILL')
  for (const pid of await listServerPids(dataDir)) signal(pid, 'SIGKILL')
  const next = await start(dataDir)
  expect(await readNotes(next.url('postgres'))).toEqual([1])
})

test('a pid file whose number now belongs to another program does not bar the start', async () => {
  const killed = await startInAnotherProcess(dataDir)
  killed.child.kill('SIGKILL')
  const pidFile = join(dataDir, 'postmaster.pid')
  const text = await readFile(pidFile, 'utf8')
  for (const pid of await listServerPids(dataDir)) signal(pid, 'SIGKILL')
  await waitUntil(async () => (await listServerPids(dataDir)).length === 0, 5_000)
  await writeFile(pidFile, text.replace(/^\d+/, String(process.ppid)))
  expect((await start(dataDir)).pid()).toBeGreaterThan(0)
})

test('a second program is refused while the first one lives, and may ask where the server is', async () => {
  expect(await findPostgres(dataDir)).toBeUndefined()
  const first = await startInAnotherProcess(dataDir)
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({
    code: 'postgres.in-use',
    facts: { pid: first.child.pid },
  })
  expect((await findPostgres(dataDir))?.url('postgres')).toBe(first.url)
  first.child.kill('SIGTERM')
  expect(await waitUntil(async () => !(await findBirthMark(first.child.pid!)), 20_000)).toBe(true)
})

test('a wanted port that is taken is an error in the words of the server', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as { port: number }
  await expect(startPostgres({ dataDir, port })).rejects.toThrow(/Address already in use/)
  taken.close()
})

if (isRoot) {
  test('root hands an open folder to an unprivileged user', async () => {
    await start(dataDir)
    expect((await stat(dataDir)).uid).not.toBe(0)
  })

  test('root keeps a folder that nobody else can reach, and it starts again there', async () => {
    const closed = await freshFolder(0o700)
    const first = await start(closed)
    await note(first.url('postgres'), 1)
    expect((await stat(closed)).uid).toBe(0)
    await first.stop()
    const second = await start(closed)
    expect(await readNotes(second.url('postgres'))).toEqual([1])
  })

  test('root is told what to do where neither way is open', async () => {
    const closed = await freshFolder(0o700)
    const path = process.env.PATH
    process.env.PATH = '/no/programs/here'
    try {
      await expect(startPostgres({ dataDir: closed })).rejects.toMatchObject({
        code: 'postgres.unreachable',
        message: expect.stringMatching(/ordinary user.*LOKET_HOME/),
        facts: { folder: closed },
      })
    } finally {
      process.env.PATH = path
    }
  })
}
