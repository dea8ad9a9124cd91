// Wire — what the outbox's screen is told.

import { type Static, Type } from 'typebox'

/** What went wrong last, as a code and in the reader's language. */
const Problem = Type.Object({ code: Type.String(), message: Type.String() })
const OptionalProblem = Type.Union([Problem, Type.Null()])
const OptionalTime = Type.Union([Type.Integer(), Type.Null()])

export const OutboxReply = Type.Object({
  line: Type.Object({
    enrolled: Type.Boolean(),
    lastHeardAtMs: OptionalTime,
    problem: OptionalProblem,
  }),
  waiting: Type.Array(
    Type.Object({
      caseId: Type.String(),
      ticket: Type.String(),
      queuedAtMs: Type.Integer(),
      bytes: Type.Integer(),
      sentBytes: Type.Integer(),
      tries: Type.Integer(),
      nextTryAtMs: Type.Integer(),
      problem: OptionalProblem,
    }),
  ),
})
export type OutboxReply = Static<typeof OutboxReply>
export type OutboxRow = OutboxReply['waiting'][number]

export const RetryReply = Type.Object({ waitingCount: Type.Integer() })
export type RetryReply = Static<typeof RetryReply>
