// Wire — what the printing screen and the server say to each other.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'

const OptionalText = orNull(Type.String())

export const PrintingReply = Type.Object({
  stock: Type.Integer(),
  /** In the order of readiness: nobody is printed before who was ready earlier. */
  ready: Type.Array(
    Type.Object({
      caseId: Type.String(),
      ticket: Type.String(),
      name: Type.String(),
      readyAtMs: Type.Integer(),
      /** The card may not be printed before this day (the resident's seventeenth birthday). */
      lockedUntil: OptionalText,
    }),
  ),
  jobs: Type.Array(
    Type.Object({
      jobId: Type.String(),
      caseId: Type.String(),
      ticket: Type.String(),
      name: Type.String(),
      startedAtMs: Type.Integer(),
      fileName: Type.String(),
    }),
  ),
})
export type PrintingReply = Static<typeof PrintingReply>

export const PrintRequest = Type.Object(
  {
    /** Why this card is printed before others that were ready earlier. */
    reason: Type.Optional(Type.String({ minLength: 5, maxLength: 300 })),
  },
  { additionalProperties: false },
)

export const JobStarted = Type.Object({ jobId: Type.String(), fileName: Type.String() })
export type JobStarted = Static<typeof JobStarted>

export const JobFailedRequest = Type.Object(
  {
    problem: Type.String({ minLength: 3, maxLength: 300 }),
    /** The blank card cannot be used again. */
    spoiled: Type.Boolean(),
  },
  { additionalProperties: false },
)

export const JobEnded = Type.Object({ jobId: Type.String(), state: Type.String() })
export type JobEnded = Static<typeof JobEnded>

export const BlangkoEntry = Type.Object({
  entryId: Type.Integer(),
  kind: Type.String(),
  change: Type.Integer(),
  balance: Type.Integer(),
  note: OptionalText,
  enteredBy: Type.String(),
  enteredAtMs: Type.Integer(),
})

export const BlangkoReply = Type.Object({
  stock: Type.Integer(),
  entries: Type.Array(BlangkoEntry),
})
export type BlangkoReply = Static<typeof BlangkoReply>

export const BlangkoRequest = Type.Object(
  {
    kind: Type.Enum(['received', 'spoiled', 'returned']),
    count: Type.Integer({ minimum: 1, maximum: 10_000 }),
    note: Type.String({ minLength: 3, maxLength: 300 }),
  },
  { additionalProperties: false },
)
