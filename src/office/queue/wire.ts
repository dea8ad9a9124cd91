// Wire — what the queue's screens and the server say to each other; the display holds no name.

import { type Static, Type } from 'typebox'

const reasonMin = 5
const reasonMax = 300

export const QueueRequest = Type.Object(
  {
    /** The case itself, its ticket or the code of its form. */
    caseId: Type.String({ minLength: 1, maxLength: 40 }),
    /** What the officer sees; age and what the form says count without it. */
    priority: Type.Optional(Type.Enum(['elderly', 'disability', 'pregnant'])),
  },
  { additionalProperties: false },
)

export const CallRequest = Type.Object(
  {
    /** Absent: the next in order. */
    number: Type.Optional(Type.String({ maxLength: 20 })),
    /** Needed for anybody but the next in order. */
    jumpReason: Type.Optional(Type.String({ minLength: reasonMin, maxLength: reasonMax })),
  },
  { additionalProperties: false },
)

export const NumberParams = Type.Object({ number: Type.String({ maxLength: 20 }) })

export const Announced = Type.Object({ number: Type.String(), announcedAtMs: Type.Integer() })

export const DisplayReply = Type.Object({
  officeName: Type.String(),
  /** As the standard names it. */
  place: Type.String(),
  /** The latest first. */
  calling: Type.Array(
    Type.Object({
      number: Type.String(),
      /** Grows when the number is called or said again. */
      announcedAtMs: Type.Integer(),
    }),
  ),
  next: Type.Array(Type.String()),
  waiting: Type.Integer(),
  servedToday: Type.Integer(),
  /** Null until the first receipt of the day. */
  averageMs: Type.Union([Type.Integer(), Type.Null()]),
  promisedMinutes: Type.Integer(),
  smsNumber: Type.String(),
  nowMs: Type.Integer(),
})
export type DisplayReply = Static<typeof DisplayReply>
