// Wire — what the screens of the second person and the server say to each other.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'
import { ApprovalSubject } from './subject.ts'

export const ApprovalAsked = Type.Object({ approvalId: Type.String() })
export type ApprovalAsked = Static<typeof ApprovalAsked>

export const ApprovalsQuery = Type.Union([
  Type.Object({ state: Type.Literal('waiting') }, { additionalProperties: false }),
  Type.Object({ caseId: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
])

export const DecisionRequest = Type.Object(
  { granted: Type.Boolean(), reason: Type.String({ minLength: 5, maxLength: 500 }) },
  { additionalProperties: false },
)

export const ApprovalRow = Type.Object({
  approvalId: Type.String(),
  caseId: Type.String(),
  ticket: Type.String(),
  serviceType: Type.String(),
  /** Where the case waits now; where that is elsewhere than when it was asked, nothing is decided. */
  waitingAt: Type.String(),
  isStillDue: Type.Boolean(),
  subject: ApprovalSubject,
  reason: Type.String(),
  askedBy: Type.String(),
  askedAtMs: Type.Integer(),
  /** Asked by the reader: somebody else decides. */
  isOwn: Type.Boolean(),
  /** Null while it waits. */
  decision: orNull(
    Type.Object({
      granted: Type.Boolean(),
      by: Type.String(),
      atMs: Type.Integer(),
      reason: Type.String(),
    }),
  ),
  /** Of a card that waits for its holder; null elsewhere. */
  handover: orNull(
    Type.Object({
      fingersOnRecord: Type.Integer(),
      /** Fingers that did not match since the card was printed. */
      refusedTries: Type.Integer(),
    }),
  ),
  resident: orNull(
    Type.Object({
      name: Type.String(),
      birthDate: Type.String(),
      ageYears: Type.Integer(),
      villageName: Type.String(),
    }),
  ),
})
export type ApprovalRow = Static<typeof ApprovalRow>

export const ApprovalsReply = Type.Object({
  /** Oldest first. */
  approvals: Type.Array(ApprovalRow),
  nowMs: Type.Integer(),
})
export type ApprovalsReply = Static<typeof ApprovalsReply>
