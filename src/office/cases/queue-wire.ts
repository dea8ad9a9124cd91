// Queue wire — today's queue as the officers' screens see it; the counter calls from it.

import { type Static, Type } from 'typebox'

export const QueueRow = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  serviceType: Type.String(),
  number: Type.String(),
  lane: Type.Enum(['A', 'B']),
  /** held: in line, yet its form has to be endorsed anew first. */
  state: Type.Enum(['waiting', 'called', 'held']),
  queuedAtMs: Type.Integer(),
  calledAtMs: Type.Union([Type.Integer(), Type.Null()]),
  absences: Type.Integer(),
})
export type QueueRow = Static<typeof QueueRow>

export const QueueReply = Type.Object({
  /** Those at the counter first, then the others in the order of being called, then the held. */
  places: Type.Array(QueueRow),
  nowMs: Type.Integer(),
})
export type QueueReply = Static<typeof QueueReply>

export const Called = Type.Object({
  caseId: Type.String(),
  number: Type.String(),
  calledAtMs: Type.Integer(),
  outOfOrder: Type.Boolean(),
})
export type Called = Static<typeof Called>

export const WentBack = Type.Object({
  number: Type.String(),
  absences: Type.Integer(),
  /** Called too often and never there: the resident takes a new number. */
  lapsed: Type.Boolean(),
})
export type WentBack = Static<typeof WentBack>

export const QueuedPlace = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  /** `A-017`. */
  number: Type.String(),
  lane: Type.Enum(['A', 'B']),
  /** How many are called before. */
  ahead: Type.Integer(),
})
export type QueuedPlace = Static<typeof QueuedPlace>
