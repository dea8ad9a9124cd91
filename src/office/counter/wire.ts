// Wire — what the counter's screen and the server say to each other.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'

const Id = Type.String({ maxLength: 40 })

export const AcceptRequest = Type.Object(
  {
    requirementId: Id,
    /** Absent: the newest paper of its kind. */
    documentId: Type.Optional(Id),
    /** The supervisor's word by which it is waived. */
    approvalId: Type.Optional(Id),
  },
  { additionalProperties: false },
)

export const ReturnRequest = Type.Object(
  {
    requirementId: Type.Optional(Id),
    /** The resident reads it on the status page. */
    reason: Type.String({ minLength: 5, maxLength: 500 }),
  },
  { additionalProperties: false },
)

export const DocumentAdded = Type.Object({ documentId: Type.String(), sha256: Type.String() })
export type DocumentAdded = Static<typeof DocumentAdded>

export const Settled = Type.Object({
  requirementId: Type.String(),
  outcome: Type.Enum(['accepted', 'waived']),
})
export type Settled = Static<typeof Settled>

export const CounterActed = Type.Object({
  caseId: Type.String(),
  waitingAt: Type.String(),
  waived: Type.Array(Type.String()),
})
export type CounterActed = Static<typeof CounterActed>

export const CounterRequirement = Type.Object({
  id: Type.String(),
  state: Type.Enum(['open', 'accepted', 'waived']),
  /** What settles it: a rule over the form, the endorsement, or a paper. */
  by: Type.Enum(['age', 'adult', 'endorsement', 'document']),
  /** The kinds of paper that settle it. */
  kinds: Type.Array(Type.String()),
  /** The paper it was accepted with. */
  documentId: orNull(Type.String()),
  /** Whether T would accept it now. */
  ready: Type.Boolean(),
  /** Why it cannot be accepted now, in the reader's language. */
  lacking: orNull(Type.String()),
  waivable: Type.Boolean(),
  waiver: orNull(
    Type.Object({
      approvalId: Type.String(),
      state: Type.Enum(['waiting', 'granted', 'refused']),
      reason: Type.String(),
      decisionReason: orNull(Type.String()),
    }),
  ),
})
export type CounterRequirement = Static<typeof CounterRequirement>

export const CounterDocument = Type.Object({
  documentId: Type.String(),
  kind: Type.String(),
  mediaType: Type.String(),
  byteCount: Type.Integer(),
  sha256: Type.String(),
  addedAtMs: Type.Integer(),
})
export type CounterDocument = Static<typeof CounterDocument>

export const CounterView = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  formCode: Type.String(),
  serviceType: Type.String(),
  waitingAt: Type.String(),
  /** `A-017`; null where the case stands in no queue. */
  number: orNull(Type.String()),
  calledAtMs: orNull(Type.Integer()),
  promisedMinutes: Type.Integer(),
  resident: Type.Object({
    name: Type.String(),
    nik: Type.String(),
    nomorKk: Type.String(),
    birthPlace: Type.String(),
    birthDate: Type.String(),
    ageYears: Type.Integer(),
    villageName: Type.String(),
    accompanyingAdult: orNull(Type.String()),
  }),
  eligibility: Type.Object({
    code: Type.String(),
    message: Type.String(),
    mayBeRecorded: Type.Boolean(),
    /** The first day on which the card may be handed over; null where that is today. */
    cardFrom: orNull(Type.String()),
  }),
  doubts: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })),
  endorsement: orNull(Type.Object({ kind: Type.Enum(['digital', 'wet']), atMs: Type.Integer() })),
  requirements: Type.Array(CounterRequirement),
  documents: Type.Array(CounterDocument),
  history: Type.Array(
    Type.Object({ type: Type.String(), atMs: Type.Integer(), number: orNull(Type.String()) }),
  ),
  nowMs: Type.Integer(),
})
export type CounterView = Static<typeof CounterView>
