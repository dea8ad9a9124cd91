// Routes — what waits for the center, since when, and how the line is.

import type { HttpApp } from '#kit/node/http-app'
import { allow } from '#staff/guard'
import type { OfficeWorld } from '../world.ts'
import { listWaiting, readLine } from './store.ts'
import { OutboxReply } from './wire.ts'

export function outboxRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/outbox',
    {
      onRequest: allow('operator-ktp', 'supervisor', 'camat', 'administrator'),
      schema: { summary: 'What waits for the center', response: { 200: OutboxReply } },
    },
    async (): Promise<OutboxReply> => {
      const line = await readLine(world.db)
      const waiting = await listWaiting(world.db)
      return {
        line: {
          enrolled: world.identity.center() !== undefined,
          lastHeardAtMs: line.lastHeardAtMs ?? null,
          problem: line.problem ?? null,
        },
        waiting: waiting.map((entry) => ({ ...entry, problem: entry.problem ?? null })),
      }
    },
  )
}
