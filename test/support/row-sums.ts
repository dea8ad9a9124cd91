// Row sums — what stands in a program's tables, in one short text each: equal before and after means
// that nothing was changed.

import { type Kysely, sql } from 'kysely'

export const officeTables = [
  ...['cases', 'events', 'forms', 'endorsements', 'documents', 'queue_entries'],
  ...['requirement_checks', 'approvals', 'complaints'],
  ...['capture_images', 'capture_fingers', 'capture_exceptions', 'capture_acceptances'],
  ...['attestations', 'records', 'record_fingers', 'outbox', 'acknowledgments'],
  ...['operator_fingers', 'print_materials', 'print_jobs', 'blangko_entries', 'handovers'],
] as const

export const centerTables = [
  ...['inbox', 'enrollments', 'templates', 'gallery', 'events', 'searches', 'adjudications'],
  ...['packet_work', 'demographics', 'notices', 'adjudication_opinions'],
  ...['gallery_maps', 'template_blanks', 'template_progress'],
] as const

/** The number of rows and a digest of all of them, table by table. */
export async function rowSumsOf(
  db: Kysely<never>,
  tables: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const sums: Record<string, string> = {}
  for (const table of tables) {
    const { rows } = await sql<{ sum: string }>`
      select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum
      from ${sql.table(table)} t
    `.execute(db)
    sums[table] = rows[0]?.sum ?? ''
  }
  return sums
}
