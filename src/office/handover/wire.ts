// Wire — what the hand-over screen and the server say to each other.

import { type Static, Type } from 'typebox'

const Position = Type.Integer({ minimum: 1, maximum: 10 })

export const HandoversReply = Type.Object({
  waiting: Type.Array(
    Type.Object({
      caseId: Type.String(),
      ticket: Type.String(),
      name: Type.String(),
      printedAtMs: Type.Integer(),
      lockedUntil: Type.Union([Type.String(), Type.Null()]),
      /** Fingers on record, best first: any of them may be asked for. */
      positions: Type.Array(Position),
      /** Tries that may still fail today. */
      triesLeft: Type.Integer(),
    }),
  ),
  scannerPorts: Type.Object({ first: Type.Integer(), last: Type.Integer() }),
})
export type HandoversReply = Static<typeof HandoversReply>

export const AskFingerRequest = Type.Object(
  {
    position: Position,
    /** As the device named itself; '1' where not said. */
    deviceId: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  { additionalProperties: false },
)

export const FingerAsked = Type.Object({
  transactionId: Type.String(),
  /** The body of RCAPTURE /capture, to be handed to the scanner as it is. */
  request: Type.Unknown(),
})
export type FingerAsked = Static<typeof FingerAsked>

export const TakeFingerRequest = Type.Object(
  {
    transactionId: Type.String({ minLength: 1, maxLength: 100 }),
    /** What the scanner answered, as it is. */
    response: Type.Unknown(),
  },
  { additionalProperties: false },
)

export const WithoutFingerRequest = Type.Object(
  {
    approvalId: Type.String({ maxLength: 40 }),
    /** The operator's own word that the face is the one on the card. */
    faceMatches: Type.Literal(true),
  },
  { additionalProperties: false },
)
export type WithoutFingerRequest = Static<typeof WithoutFingerRequest>

export const FingerTaken = Type.Object({
  outcome: Type.Enum(['issued', 'refused']),
  status: Type.String(),
  triesLeft: Type.Integer(),
})
export type FingerTaken = Static<typeof FingerTaken>
