// Wire — what a resident may ask of a case with a ticket and a birth date, and what is told.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'
import { endings } from '../cases/ending.ts'

export const StatusRequest = Type.Object(
  {
    ticket: Type.String({ minLength: 1, maxLength: 40 }),
    birthDate: Type.String({ minLength: 1, maxLength: 20 }),
  },
  { additionalProperties: false },
)

const Span = Type.Union([
  Type.Object({ fromMs: Type.Integer(), toMs: Type.Union([Type.Integer(), Type.Null()]) }),
  Type.Null(),
])

/** The vertical line of the journey; words stand in the screen's catalogs. */
export const journeySteps = [
  'opened',
  'form',
  'village',
  'counter',
  'capture',
  'receipt',
  'sent',
  'examined',
  'printed',
  'issued',
] as const

export const StatusReply = Type.Object({
  ticket: Type.String(),
  serviceType: Type.String(),
  status: Type.String(),
  waitingAt: Type.String(),
  /** When each step was done; null is still to come. */
  steps: Type.Array(
    Type.Object({
      step: Type.Enum([...journeySteps]),
      doneAtMs: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
  /** The reason in the officer's own words, while the case waits to be mended. */
  returned: Type.Union([
    Type.Object({
      by: Type.Enum(['village', 'counter']),
      reason: Type.String(),
      atMs: Type.Integer(),
    }),
    Type.Null(),
  ]),
  /** Why the center made no card of it. */
  ending: orNull(Type.Enum([...endings])),
  clocks: Type.Object({ counter: Span, center: Span, card: Span }),
  promisedMinutes: Type.Integer(),
  nowMs: Type.Integer(),
})
export type StatusReply = Static<typeof StatusReply>
