// Routes — where is my case? Asked with a ticket and a birth date, by anybody with a phone.

import { waitingAt } from '#enrollment/stage'
import { statusOf } from '#enrollment/status'
import type { HttpApp } from '#kit/node/http-app'
import { refuse } from '#kit/node/http-refusal'
import { parseCalendarDate } from '#resident/calendar-date'
import { serviceStandard } from '#standard'
import { endingOf } from '../cases/ending.ts'
import { findReturn } from '../cases/returns.ts'
import { readLog } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { clocksReplyOf, stepsOf } from './status.ts'
import { findOwnCase } from './store.ts'
import { StatusReply, StatusRequest } from './wire.ts'

const triesPerMinute = 30

export function statusRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/status',
    {
      schema: {
        summary: 'Where a case stands, for who knows its ticket and the birth date',
        body: StatusRequest,
        response: { 200: StatusReply },
      },
      config: { rateLimit: { max: triesPerMinute, timeWindow: 60_000 } },
    },
    async (request): Promise<StatusReply> => {
      const birthDate = parseCalendarDate(request.body.birthDate)
      const { ticket } = request.body
      const file = birthDate.ok
        ? await findOwnCase(world, { ticket, birthDate: birthDate.value })
        : undefined
      // An unknown ticket and a wrong birth date get the same answer.
      if (file === undefined) return refuse(404, { code: 'status.not-found' })
      const log = await readLog(world.db, file.caseId)
      return {
        ticket: file.ticket,
        serviceType: file.serviceType,
        status: statusOf(log),
        waitingAt: waitingAt(log),
        steps: stepsOf(log),
        returned: (await findReturn(world, file.caseId, log)) ?? null,
        ending: endingOf(log),
        clocks: clocksReplyOf(log),
        promisedMinutes: serviceStandard.promise.counterMinutes,
        nowMs: world.clock(),
      }
    },
  )
}
