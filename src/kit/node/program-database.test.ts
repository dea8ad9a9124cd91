// Program database test — a server of one's own that is away is waited for by a program, and told of in
// one sentence by a command.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabaseUrl } from '../../../test/support/database.ts'
import { useLine } from '../../../test/support/line-proxy.ts'
import { openProgramDatabase } from './program-database.ts'

const line = useLine()
const migrations = { '0001-houses': 'create table houses (id int primary key)' }

/** The address of a new database by way of the line. */
async function urlByLine(): Promise<string> {
  const url = new URL(await freshDatabaseUrl())
  line.to(Number(url.port))
  url.port = `${line.port}`
  return url.href
}

function open(databaseUrl: string, as: 'program' | 'command', said: string[], patienceMs?: number) {
  const log = (text: string) => void said.push(text)
  const options = { dataDir: '/nowhere', databaseUrl, name: 'houses', migrations, as, log }
  return openProgramDatabase(patienceMs === undefined ? options : { ...options, patienceMs })
}

test('a program waits for it, says so once and without the password, and goes on', async () => {
  const url = await urlByLine()
  const said: string[] = []
  line.setDown(true)
  const opening = open(url, 'program', said)
  await expect.poll(() => said, { timeout: 10_000 }).toHaveLength(1)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  line.setDown(false)
  const { db, close } = await opening
  expect((await sql`select * from houses`.execute(db)).rows).toEqual([])
  await close()
  expect(said).toEqual([
    `the database at 127.0.0.1:${line.port} does not answer yet: waiting for it`,
  ])
})

test('a command says at once what is wrong, as a program does in the end', async () => {
  const nobody = 'postgres://nobody:secret@127.0.0.1:1/none'
  for (const [as, patienceMs] of [['command'], ['program', 700]] as const) {
    const error = await open(nobody, as, [], patienceMs).catch((it) => it)
    expect(error).toMatchObject({ code: 'database.away', facts: { host: '127.0.0.1:1' } })
    expect(error.message).toMatch(/^The database at 127\.0\.0\.1:1 does not answer\. Start it/)
  }
})

test('what waiting does not mend is not waited for', async () => {
  const url = new URL(await urlByLine())
  url.password = 'wrong'
  const said: string[] = []
  await expect(open(url.href, 'program', said)).rejects.toThrow(/password authentication failed/)
  expect(said).toEqual([])
})
