// Database test — types as they come back, limits, and migrations that run once and in order.

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { freshDatabaseUrl, useDatabase } from '../../../test/support/database.ts'
import { ensureDatabase, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

interface Schema {
  migrations: { name: string; hash: string }
  houses: { id: number; name: string }
}

describe('a value', () => {
  const database = useDatabase()
  const read = async (expression: string) => {
    const { rows } = await sql<{ it: unknown }>`select ${sql.raw(expression)} as it`.execute(
      database.db,
    )
    return rows[0]?.it
  }

  test('of type bigint is a number where that is exact, else a bigint', async () => {
    expect(await read('9007199254740991::bigint')).toBe(9_007_199_254_740_991)
    expect(await read('9007199254740993::bigint')).toBe(9_007_199_254_740_993n)
    expect(await read('(select count(*) from generate_series(1, 7))')).toBe(7)
  })

  test('of type date stays the day that was written, whatever the time zone', async () => {
    expect(await read("'1945-08-17'::date")).toBe('1945-08-17')
  })

  test('of type timestamptz is an instant', async () => {
    expect(await read("'2026-01-02T03:04:05+07'::timestamptz")).toEqual(
      new Date('2026-01-01T20:04:05Z'),
    )
  })
})

describe('a query', () => {
  test('that takes too long ends with an error, and the connection serves the next one', async () => {
    const url = await freshDatabaseUrl()
    const { db, close } = openDatabase({ url, queryMsMax: 200, connectionsMax: 1 })
    await expect(sql`select pg_sleep(20)`.execute(db)).rejects.toThrow(/timeout/)
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    await close()
  })

  test('to a server that is not there ends with an error', async () => {
    const { db, close } = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })
    await expect(sql`select 1`.execute(db)).rejects.toThrow(/ECONNREFUSED/)
    await close()
  })
})

test('a database is created once, also when two ask at the same time', async () => {
  const url = new URL(await freshDatabaseUrl())
  url.pathname = `${url.pathname}_"twice"`
  await Promise.all([ensureDatabase(url.href), ensureDatabase(url.href)])
  await ensureDatabase(url.href)
  const { db, close } = openDatabase({ url: url.href })
  const { rows } = await sql`select current_database() as name`.execute(db)
  expect(rows).toEqual([{ name: decodeURIComponent(url.pathname.slice(1)) }])
  await close()
})

describe('migrations', () => {
  const first = { '0001-houses': 'create table houses (id int primary key); select 1' }
  const second = { ...first, '0002-names': 'alter table houses add name text' }
  const open = async () => openDatabase<Schema>({ url: await freshDatabaseUrl() })

  test('run once, in the order of their names', async () => {
    const { db, close } = await open()
    expect(await migrate(db, first)).toEqual(['0001-houses'])
    expect(await migrate(db, first)).toEqual([])
    expect(await migrate(db, second)).toEqual(['0002-names'])
    await db.insertInto('houses').values({ id: 1, name: 'Balai Desa' }).execute()
    await close()
  })

  test('run once when two programs start together', async () => {
    const { db, close } = await open()
    const ran = await Promise.all([migrate(db, second), migrate(db, second), migrate(db, second)])
    expect(ran.flat().sort()).toEqual(['0001-houses', '0002-names'])
    await close()
  })

  test('leave nothing behind when one of them fails', async () => {
    const { db, close } = await open()
    const broken = { ...first, '0002-broken': 'create table yards (id int); select no_such()' }
    await expect(migrate(db, broken)).rejects.toThrow(/no_such/)
    const { rows } = await sql`select to_regclass('houses') as it`.execute(db)
    expect(rows).toEqual([{ it: null }])
    await close()
  })

  test('are refused when one that was run has changed or is unknown', async () => {
    const { db, close } = await open()
    await migrate(db, second)
    const changed = { ...second, '0001-houses': 'create table houses (id bigint)' }
    await expect(migrate(db, changed)).rejects.toThrow(/0001-houses was changed/)
    await expect(migrate(db, first)).rejects.toThrow(/0002-names.*does not know/)
    await close()
  })
})
