// Experts — whether there are adjudicators enough for the cases that wait: told to the administrator.

import { sql } from 'kysely'
import type { HttpApp } from '#kit/node/http-app'
import { allow } from '#staff/guard'
import type { CenterDb } from '../log/log.ts'
import type { CenterWorld } from '../world.ts'
import { ExpertsReply, expertsPath } from './wire.ts'

export function expertRoutes(app: HttpApp, { db }: Pick<CenterWorld, 'db'>): void {
  app.get(
    expertsPath,
    {
      onRequest: allow('administrator'),
      schema: {
        summary: 'Whether there are adjudicators enough for the cases that wait',
        response: { 200: ExpertsReply },
      },
    },
    () => readExperts(db),
  )
}

/** A case of which one has spoken needs another; of which two have, a supervisor (ADR 15). */
async function readExperts(db: CenterDb): Promise<ExpertsReply> {
  const { rows } = await sql<ExpertsReply>`
    with expert as (
      select account_id from accounts where role = 'adjudicator' and active
    ), open as (
      select array(select given_by from adjudication_opinions o where o.case_id = a.case_id) as spoke
      from adjudications a where decided_at is null
    )
    select (select count(*)::integer from expert) as experts,
      count(*)::integer as waiting,
      (count(*) filter (
        where cardinality(spoke) < 2
          and not exists (select from expert where account_id <> all (spoke))
      ))::integer as lacking
    from open`.execute(db)
  return rows[0] ?? { experts: 0, waiting: 0, lacking: 0 }
}
