// Migrate — brings a database's tables up to date, once and in order, from plain SQL.

import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'

/** Any number will do, as long as every program takes the same lock. */
const lockId = 7_305_126

/**
 * Runs, in the order of their names, the migrations that the database has not seen: all of them in
 * one transaction, or none. Two programs that start at once wait for one another.
 *
 * @param migrations name → SQL text; a name sorts by its number, as in '0001-people'
 * @returns the names that were run
 * @throws where a migration that was run has changed since, or is no longer there
 */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${lockId})`.execute(transaction)
    const seen = await readSeen(transaction)
    refuseChanged(seen, migrations)
    const fresh = Object.keys(migrations)
      .sort()
      .filter((name) => !seen.has(name))
    for (const name of fresh) await run(transaction, name, migrations[name] as string)
    return fresh
  })
}

async function readSeen<Schema>(transaction: Transaction<Schema>) {
  await sql`create table if not exists migrations (
    name text primary key,
    hash text not null,
    run_at timestamptz not null default now()
  )`.execute(transaction)
  const query = sql<{ name: string; hash: string }>`select name, hash from migrations`
  const { rows } = await query.execute(transaction)
  return new Map(rows.map((row) => [row.name, row.hash]))
}

function refuseChanged(seen: ReadonlyMap<string, string>, migrations: Record<string, string>) {
  for (const [name, hash] of seen) {
    const text = migrations[name]
    if (text === undefined) {
      throw new Error(
        `The database has seen migration ${name}, which this version does not know. ` +
          'It was used with a newer version: start that one.',
      )
    }
    if (hashOf(text) !== hash) {
      throw new Error(
        `Migration ${name} was changed after it was run. ` +
          'Put its text back, and write the change as a new migration.',
      )
    }
  }
}

async function run<Schema>(transaction: Transaction<Schema>, name: string, text: string) {
  await sql.raw(text).execute(transaction)
  await sql`insert into migrations (name, hash) values (${name}, ${hashOf(text)})`.execute(
    transaction,
  )
}

function hashOf(text: string) {
  return createHash('sha256').update(text).digest('hex')
}
