// Wire — what the outbox's screen is told.

import { type Static, Type } from 'typebox'

const OptionalText = Type.Union([Type.String(), Type.Null()])
const OptionalTime = Type.Union([Type.Integer(), Type.Null()])

export const OutboxReply = Type.Object({
  line: Type.Object({
    enrolled: Type.Boolean(),
    lastHeardAtMs: OptionalTime,
    problem: OptionalText,
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
      problem: OptionalText,
    }),
  ),
})
export type OutboxReply = Static<typeof OutboxReply>
