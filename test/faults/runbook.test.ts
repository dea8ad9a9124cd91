// Runbook test — every command of docs/runbook.md is run, in its order, with a real nats-server over TLS,
// a real PostgreSQL and real matchers; after each section everybody is still found.

import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSearchFailure } from '../../src/center/afis/gallery.ts'
import { catchUp } from '../../src/center/catch-up.ts'
import { type CenterSchema, centerMigrations } from '../../src/center/database/schema.ts'
import { openScattered } from '../../src/center/matchers/open-scattered.ts'
import { isThere, readMatchers } from '../../src/center/matchers/store.ts'
import { readNats } from '../../src/cli/nats-settings.ts'
import { type Database, ensureDatabase, openDatabase } from '../../src/kit/node/database.ts'
import { migrate } from '../../src/kit/node/migrate.ts'
import { type Postgres, startPostgres } from '../../src/kit/node/postgres.ts'
import { waitUntil } from '../../src/kit/node/process-table.ts'
import { programRoot } from '../../src/kit/node/program.ts'
import { notPrinted, type RunbookBlock, readRunbook } from '../support/runbook.ts'
import { freePort } from '../support/service.ts'
import { addToGallery, comesAgain, strewnEntry } from '../support/strewn-people.ts'
import { startUnitManager, type UnitManager } from '../support/unit-manager.ts'
import { readEnvironment } from '../support/units.ts'

const people = 12
/** Found in every backup, and one who came after it. */
const [somebody, latecomer] = [3, 200]
const blockMsMax = 400_000
const answerMsMax = 60_000

let folder = ''
let places: readonly (readonly [string, string])[] = []
let postgres: Postgres | undefined
let database: Database<CenterSchema>
let manager: UnitManager

const translate = (text: string) =>
  places.reduce((all, [real, here]) => all.replaceAll(real, here), text)

const dataDir = () => join(folder, 'postgresql', 'main')
let postgresPort = 0

async function startDatabase(): Promise<void> {
  postgres = await startPostgres({ dataDir: dataDir(), port: postgresPort })
  database = openDatabase<CenterSchema>({ url: postgres.url('center') })
}

async function stopDatabase(): Promise<void> {
  await database.close()
  await postgres?.stop()
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runbook-'))
  // The database server may run as another account than the tests.
  await chmod(folder, 0o755)
  postgresPort = await freePort()
  for (const name of ['bin', 'opt', 'etc', 'home', 'postgresql']) await mkdir(join(folder, name))
  for (const name of ['loket-now', 'loket-next']) await install(join(folder, 'opt', name))
  await symlink(join(folder, 'opt', 'loket-now'), join(folder, 'opt', 'loket'))
  await symlink(join(folder, 'opt', 'loket', 'loket'), join(folder, 'bin', 'loket'))
  await startDatabase()
  const url = postgres?.url('center') ?? ''
  await ensureDatabase(url)
  await migrate(database.db, centerMigrations)
  await addPeople(Array.from({ length: people }, (_, person) => person))
  const [nats, center] = [await freePort(), await freePort()]
  places = [
    ['/etc/loket', join(folder, 'etc')],
    ['/var/lib/loket', join(folder, 'home')],
    ['/var/lib/postgresql', join(folder, 'postgresql')],
    ['/var/backups/loket', join(folder, 'backups')],
    ['/opt/loket', join(folder, 'opt', 'loket')],
    ['postgres://loket:PASSWORD@10.0.0.6/center', url],
    ['10.0.0.5:4222', `127.0.0.1:${nats}`],
    ['10.0.0.5', '127.0.0.1'],
    ['8090', `${center}`],
  ]
  manager = await startUnitManager({
    translate,
    others: { postgresql: { start: startDatabase, stop: stopDatabase } },
    // The processes of one small machine do the work themselves.
    extra: (unit) => (unit.startsWith('loket-matcher@') ? ['--threads', '0'] : []),
  })
  const say = `curl -fsS --data-binary "$*" http://127.0.0.1:${manager.port}`
  const systemctl = join(folder, 'bin', 'systemctl')
  await writeFile(systemctl, `#!/bin/sh\nexec ${say}\n`, { mode: 0o755 })
})
afterAll(async () => {
  await manager?.stop()
  await stopDatabase()
  await rm(folder, { recursive: true, force: true })
})

/** The command without its set-up, which whoever runs the tests has done. */
async function install(here: string): Promise<void> {
  await mkdir(here)
  const loader = join(programRoot, 'node_modules/tsx/dist/loader.mjs')
  const lines = [
    '#!/bin/sh',
    `export TSX_TSCONFIG_PATH=${join(programRoot, 'tsconfig.json')}`,
    `exec node --import ${loader} ${join(programRoot, 'src/cli/main.ts')} "$@"`,
  ]
  await writeFile(join(here, 'loket'), `${lines.join('\n')}\n`, { mode: 0o755 })
}

const addPeople = (persons: readonly number[]) =>
  addToGallery(
    database.db,
    persons.map((it) => strewnEntry(it, [2, 7])),
  )

const [opening, ...sections] = readRunbook()
const settings = opening?.blocks[0]?.commands ?? ''

/** What it printed, both ways; fails where the shell does. */
function run({ commands }: RunbookBlock, isInstalled: boolean): Promise<string> {
  const script = translate(`${isInstalled ? settings : ''}\n${commands}`)
  const env = { PATH: `${folder}/bin:${process.env.PATH}`, HOME: folder }
  const options = { env, cwd: folder, timeout: blockMsMax }
  return new Promise((resolve, reject) => {
    execFile(
      'bash',
      ['--norc', '-euo', 'pipefail', '-c', script],
      options,
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout + stderr)
        else reject(new Error(`${commands}\n${stdout}${stderr}\n${error.message}`))
      },
    )
  })
}

async function environment(): Promise<Readonly<Record<string, string>>> {
  return readEnvironment(await readFile(join(folder, 'etc', 'loket.env'), 'utf8'))
}

/** Whether a person is found by a center that asks over the line as it is now set up. */
async function finds(person: number): Promise<boolean> {
  const env = await environment()
  const { nats } = readNats((name) => env[name], folder)
  if (nats === undefined) throw new Error('NATS is not set up')
  const many = openScattered(database.db, nats, { log: () => {} })
  try {
    const search = async () => {
      const behind = await catchUp(database.db, many.gallery)
      const everybody = { scoreMin: 2, candidatesMax: 20, afterSeq: 0 }
      return behind ?? (await many.gallery.search(comesAgain(person, [2, 7]), everybody))
    }
    let answer = await search()
    await waitUntil(async () => {
      if (isSearchFailure(answer)) answer = await search()
      return !isSearchFailure(answer)
    }, answerMsMax)
    if (isSearchFailure(answer)) throw new Error(answer.missing.join())
    return answer.found[0]?.caseId === strewnEntry(person, []).caseId
  } finally {
    await many.stop()
  }
}

/** What happens to the machines before somebody opens the page at this section. */
const before: Readonly<Record<string, () => Promise<void>>> = {
  async 'A machine is lost'() {
    await manager.kill('loket-matcher@m2')
    const isGone = async () =>
      (await readMatchers(database.db)).some((it) => it.matcher === 'm2' && !isThere(it))
    expect(await waitUntil(isGone, answerMsMax)).toBe(true)
  },
  async 'The lot is restored'() {
    await addPeople([latecomer])
    expect(await finds(latecomer)).toBe(true)
  },
}

const firstStart = sections.findIndex((it) => it.title === 'The first start')

test('the page has the sections that this test counts on', () => {
  const titles = sections.map((it) => it.title)
  for (const title of ['The first start', ...Object.keys(before)]) expect(titles).toContain(title)
  expect(sections.flatMap((it) => it.blocks).length).toBeGreaterThan(20)
})

let failed = ''

for (const [nth, { title, blocks }] of sections.entries()) {
  test(title, async () => {
    // What a section leaves half done would only fail the next.
    expect(failed).toBe('')
    failed = title
    await before[title]?.()
    for (const [number, block] of blocks.entries()) {
      const isInstalled = nth > firstStart || (nth === firstStart && number > 0)
      const printed = await run(block, isInstalled)
      expect(notPrinted(block, printed)).toEqual([])
    }
    if (nth >= firstStart) expect(await finds(somebody)).toBe(true)
    failed = ''
  })
}

test('what came after the backup is not in what was restored', async () => {
  expect(await finds(latecomer)).toBe(false)
})
