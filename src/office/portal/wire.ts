// Wire — what the portal's front page is told about today: GET /api/portal, open to everybody.
//
// Nothing here concerns one person but the ticket being called, which the waiting room hears anyway.

import { type Static, Type } from 'typebox'

export const PortalReply = Type.Object({
  /** Residents served today, from being called to the receipt. */
  counterToday: Type.Object({
    served: Type.Integer(),
    /** Null until the first receipt of the day. */
    averageMs: Type.Union([Type.Integer(), Type.Null()]),
  }),
  /** What is being called now, the latest first. */
  calling: Type.Array(
    Type.Object({
      /** As the standard names it: Loket I. */
      place: Type.String(),
      ticket: Type.String(),
      calledAtMs: Type.Integer(),
    }),
  ),
  /** How many stand in the queue. */
  waiting: Type.Integer(),
  /** few: fewer than the cards that are ready to be printed. */
  blankCards: Type.Union([Type.Literal('available'), Type.Literal('few'), Type.Literal('none')]),
  centerLine: Type.Object({
    /** slow: it answers, but captures wait longer than a working day. */
    state: Type.Union([Type.Literal('normal'), Type.Literal('slow'), Type.Literal('down')]),
    lastHeardAtMs: Type.Union([Type.Integer(), Type.Null()]),
  }),
})
export type PortalReply = Static<typeof PortalReply>
