// Routes — what waits for the center, since when, how the line is; and: try now.

import type { HttpApp } from '#kit/node/http-app'
import { languageOf } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { recordAct } from '../log/act.ts'
import type { OfficeWorld } from '../world.ts'
import { problemShown } from './problem.ts'
import { listWaiting, makeAllDue, readLine } from './store.ts'
import { OutboxReply, RetryReply } from './wire.ts'

export function outboxRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/outbox',
    {
      onRequest: allow('operator-ktp', 'supervisor', 'camat', 'administrator'),
      schema: { summary: 'What waits for the center', response: { 200: OutboxReply } },
    },
    async (request): Promise<OutboxReply> => {
      const language = languageOf(request.headers['accept-language'])
      const line = await readLine(world.db)
      const waiting = await listWaiting(world.db)
      return {
        line: {
          enrolled: world.identity.center() !== undefined,
          lastHeardAtMs: line.lastHeardAtMs ?? null,
          problem: problemShown(line.problem, language),
        },
        waiting: waiting.map((entry) => ({
          ...entry,
          problem: problemShown(entry.problem, language),
        })),
      }
    },
  )

  app.post(
    '/api/outbox/retry',
    {
      onRequest: allow('operator-ktp', 'supervisor', 'administrator'),
      schema: {
        summary: 'Try everything that waits now, not only when its time has come',
        response: { 200: RetryReply },
      },
    },
    async (request) => {
      const at = world.clock()
      const waitingCount = await world.db.transaction().execute(async (transaction) => {
        const count = await makeAllDue(transaction, at)
        const actor = accountOf(request).accountId
        await recordAct(transaction, { at, actor, act: 'outbox.retried', subject: { count } })
        return count
      })
      world.wakeLine()
      return { waitingCount }
    },
  )
}
