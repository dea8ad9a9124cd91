// Wire — what the camat's page is told: figures, and the list behind each of them.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'

const Count = Type.Integer({ minimum: 0 })
const Time = Type.Integer()

export const CounterFigure = Type.Object({
  served: Count,
  withinPromise: Count,
  averageMs: orNull(Time),
  medianMs: orNull(Time),
  longestMs: orNull(Time),
  /** How many took less than a minute, less than two, …; the last holds everything longer. */
  perMinute: Type.Array(Count),
})
export type CounterFigure = Static<typeof CounterFigure>

/** day: less than one · days: less than three · week: less than seven · older. */
export type AgeBand = 'day' | 'days' | 'week' | 'older'

export const StageFigure = Type.Object({
  at: Type.String(),
  count: Count,
  oldestSinceMs: orNull(Time),
  ages: Type.Object({ day: Count, days: Count, week: Count, older: Count }),
})
export type StageFigure = Static<typeof StageFigure>

export const OverviewReply = Type.Object({
  nowMs: Time,
  promisedMinutes: Type.Integer(),
  counter: Type.Object({ today: CounterFigure, month: CounterFigure }),
  /** Who stands in the waiting room now. */
  queue: Type.Object({ waiting: Count, longestMs: orNull(Time) }),
  /** In the order of the journey, also those where nobody waits. */
  stages: Type.Array(StageFigure),
  /** Of the last thirty days, most first; without a requirement, something else was the matter. */
  returns: Type.Object({
    counter: Type.Array(Type.Object({ requirementId: orNull(Type.String()), count: Count })),
    village: Count,
  }),
  /** Of the last thirty days: fingers taken by each scanner, and those that took more than one try. */
  captures: Type.Array(
    Type.Object({ deviceId: Type.String(), fingers: Count, retried: Count, tries: Count }),
  ),
  outbox: Type.Object({
    waiting: Count,
    oldestSinceMs: orNull(Time),
    lastHeardAtMs: orNull(Time),
    isTroubled: Type.Boolean(),
  }),
  blangko: Type.Object({ stock: Type.Integer(), ready: Count, usedInMonth: Count }),
  complaints: Type.Object({ open: Count, overdue: Count, dueSoon: Count }),
  approvals: Type.Object({ waiting: Count }),
})
export type OverviewReply = Static<typeof OverviewReply>

export const CasesQuery = Type.Object(
  { at: Type.String({ maxLength: 20 }) },
  { additionalProperties: false },
)

export const CasesReply = Type.Object({
  /** Who waits longest first. */
  cases: Type.Array(
    Type.Object({
      caseId: Type.String(),
      ticket: Type.String(),
      serviceType: Type.String(),
      at: Type.String(),
      sinceMs: Time,
    }),
  ),
  nowMs: Time,
})
export type CasesReply = Static<typeof CasesReply>

export const VisitsQuery = Type.Object(
  { span: Type.Enum(['today', 'month']) },
  { additionalProperties: false },
)

export const VisitsReply = Type.Object({
  /** The longest first. */
  visits: Type.Array(
    Type.Object({
      caseId: Type.String(),
      ticket: Type.String(),
      calledAtMs: Time,
      counterMs: Time,
    }),
  ),
})
export type VisitsReply = Static<typeof VisitsReply>

export const ReturnsReply = Type.Object({
  /** The latest first. */
  returns: Type.Array(
    Type.Object({
      caseId: Type.String(),
      ticket: Type.String(),
      by: Type.Enum(['counter', 'village']),
      requirementId: orNull(Type.String()),
      reason: Type.String(),
      atMs: Time,
    }),
  ),
})
export type ReturnsReply = Static<typeof ReturnsReply>
