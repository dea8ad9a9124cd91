// Database — a typed connection pool to PostgreSQL that outlives the server's restarts.

import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

export interface Database<Schema> {
  readonly db: Kysely<Schema>
  /** Lets running queries end, then gives back every connection. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string
  readonly connectionsMax?: number
  /** A query that takes longer ends with an error. */
  readonly queryMsMax?: number
}

export const connectMsMax = 5_000
export const queryMsMaxDefault = 30_000
export const idleInTransactionMsMax = 60_000
export const connectionsMaxDefault = 10

/**
 * Opens a pool. While the server restarts, queries end with an error within `connectMsMax`; the
 * queries after it find the new server by themselves.
 *
 * `bigint` columns are read as a number where that is exact, else as a bigint; `date` columns as
 * the text YYYY-MM-DD, because a JavaScript Date would shift the day with the time zone.
 */
export function openDatabase<Schema>(options: DatabaseOptions): Database<Schema> {
  const queryMsMax = options.queryMsMax ?? queryMsMaxDefault
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax ?? connectionsMaxDefault,
    connectionTimeoutMillis: connectMsMax,
    statement_timeout: queryMsMax,
    // The server's own limit comes first; this one is for a server that no longer answers.
    query_timeout: queryMsMax + 1_000,
    idle_in_transaction_session_timeout: idleInTransactionMsMax,
    keepAlive: true,
    types: { getTypeParser: readerOf },
  })
  // A lost connection is told to the query that meets it. Without these two listeners Node would
  // end the process: the first is for connections at rest, the second for those inside a
  // transaction but between two queries.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, close: () => db.destroy() }
}

/** Creates the URL's database on its server unless it exists. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const client = new pg.Client({
    connectionString: maintenance.href,
    connectionTimeoutMillis: connectMsMax,
  })
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // Another process may have created it in between.
    if (!(error instanceof pg.DatabaseError && ['42P04', '23505'].includes(error.code ?? '')))
      throw error
  } finally {
    await client.end()
  }
}

function readerOf(typeId: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (typeId === pg.types.builtins.INT8) return readBigint
  if (typeId === pg.types.builtins.DATE) return (text) => text
  return format === 'binary'
    ? pg.types.getTypeParser(typeId, 'binary')
    : pg.types.getTypeParser(typeId, 'text')
}

function readBigint(text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}
