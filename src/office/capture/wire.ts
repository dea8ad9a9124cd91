// Wire — what the capture wizard and the server say to each other.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'

export const Position = Type.Integer({ minimum: 1, maximum: 10 })
const Positions = Type.Array(Position, { minItems: 1, maxItems: 10, uniqueItems: true })
const OptionalTime = orNull(Type.Integer())
const OptionalText = orNull(Type.String())
const SlapName = Type.Enum(['right-four', 'left-four', 'thumbs'])
const ExceptionName = Type.Union([Type.Enum(['missing', 'unreadable']), Type.Null()])

const TryView = Type.Object({
  /** 0 … 100, measured by the office. */
  quality: Type.Integer(),
  /** Codes, such as 'too-dry'. */
  problems: Type.Array(Type.String()),
})

export const FingerView = Type.Object({
  position: Position,
  standing: Type.Enum(['empty', 'retry', 'weak', 'good', 'accepted', 'excepted']),
  tries: Type.Integer(),
  triesLeft: Type.Integer(),
  best: Type.Union([TryView, Type.Null()]),
  last: Type.Union([TryView, Type.Null()]),
  exception: ExceptionName,
})
export type FingerView = Static<typeof FingerView>

export const GuardView = Type.Object({
  guard: Type.Enum(['operator-finger', 'finger-twice', 'already-recorded']),
  positions: Type.Array(Position),
  /** Of the earlier case. */
  ticket: OptionalText,
})
export type GuardView = Static<typeof GuardView>

const ApprovalView = Type.Object({
  approvalId: Type.String(),
  /** As it was asked: {kind, position, exception?} or {kind, guards}. */
  subject: Type.Unknown(),
  askedAtMs: Type.Integer(),
  /** null while it waits. */
  granted: Type.Union([Type.Boolean(), Type.Null()]),
  decisionReason: OptionalText,
})
export type ApprovalView = Static<typeof ApprovalView>

const ImageView = Type.Union([
  Type.Object({ takenAtMs: Type.Integer(), bytes: Type.Integer(), sha256: Type.String() }),
  Type.Null(),
])

export const CaptureView = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  serviceType: Type.String(),
  waitingAt: Type.String(),
  calledAtMs: OptionalTime,
  startedAtMs: OptionalTime,
  /** Whether the caller is the operator of this capture; false before it starts. */
  isMine: Type.Boolean(),
  operatorName: OptionalText,
  officeEnrolled: Type.Boolean(),
  background: Type.Enum(['red', 'blue']),
  resident: Type.Object({
    name: Type.String(),
    nik: Type.String(),
    nomorKk: Type.String(),
    /** To be read aloud, in the words of the form. */
    rows: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  }),
  biodataConfirmedAtMs: OptionalTime,
  photo: ImageView,
  signature: ImageView,
  fingers: Type.Array(FingerView),
  gate: Type.Integer(),
  triesMax: Type.Integer(),
  approvals: Type.Array(ApprovalView),
  /** null while the guards have not looked. */
  guards: Type.Union([Type.Array(GuardView), Type.Null()]),
  missing: Type.Array(Type.String()),
  scannerPorts: Type.Object({ first: Type.Integer(), last: Type.Integer() }),
})
export type CaptureView = Static<typeof CaptureView>

export const CaptureListReply = Type.Object({
  officeEnrolled: Type.Boolean(),
  waiting: Type.Array(
    Type.Object({
      caseId: Type.String(),
      ticket: Type.String(),
      name: Type.String(),
      serviceType: Type.String(),
      waitingAt: Type.String(),
      sinceMs: Type.Integer(),
      operatorName: OptionalText,
    }),
  ),
})
export type CaptureListReply = Static<typeof CaptureListReply>

export const Started = Type.Object({ startedAtMs: Type.Integer() })
export type Started = Static<typeof Started>

export const ReturnRequest = Type.Object(
  { reason: Type.String({ minLength: 5, maxLength: 500 }) },
  { additionalProperties: false },
)
export const Returned = Type.Object({ waitingAt: Type.String() })
export type Returned = Static<typeof Returned>

export const ImageSaved = Type.Object({ sha256: Type.String(), bytes: Type.Integer() })
export type ImageSaved = Static<typeof ImageSaved>

export const PhotoQuery = Type.Object({
  mediaType: Type.Enum(['image/jpeg', 'image/png', 'image/webp']),
})
export const SignatureQuery = Type.Object({ mediaType: Type.Enum(['image/png']) })

const DeviceId = Type.Optional(Type.String({ minLength: 1, maxLength: 100 }))

export const AskSlapRequest = Type.Object(
  {
    slap: SlapName,
    /** Only these of the slap; else all that are not settled. */
    positions: Type.Optional(Positions),
    /** As the device named itself; '1' where not said. */
    deviceId: DeviceId,
  },
  { additionalProperties: false },
)
export type AskSlapRequest = Static<typeof AskSlapRequest>

export const SlapAsked = Type.Object({
  transactionId: Type.String(),
  previousHash: Type.String(),
  positions: Type.Array(Position),
  /** The body of RCAPTURE /capture, to be handed to the scanner as it is. */
  request: Type.Unknown(),
})
export type SlapAsked = Static<typeof SlapAsked>

export const TakeSlapRequest = Type.Object(
  {
    transactionId: Type.String({ minLength: 1, maxLength: 100 }),
    /** What the scanner answered, as it is. */
    response: Type.Unknown(),
  },
  { additionalProperties: false },
)

export const SlapTaken = Type.Object({
  fingers: Type.Array(FingerView),
  /** Asked for, and not taken by the device. */
  notTaken: Type.Array(Position),
})
export type SlapTaken = Static<typeof SlapTaken>

export const ApplyApprovalRequest = Type.Object(
  { position: Position, approvalId: Type.String({ maxLength: 40 }) },
  { additionalProperties: false },
)

export const ForgetRequest = Type.Object({ positions: Positions }, { additionalProperties: false })

export const FingerChanged = Type.Object({ fingers: Type.Array(FingerView) })
export type FingerChanged = Static<typeof FingerChanged>

export const CompleteRequest = Type.Object(
  { approvalId: Type.Optional(Type.String({ maxLength: 40 })) },
  { additionalProperties: false },
)

export const CaptureCompleted = Type.Object({
  fingers: Type.Integer(),
  exceptions: Type.Integer(),
  sentOn: Type.Boolean(),
})
export type CaptureCompleted = Static<typeof CaptureCompleted>

export const OwnFingersReply = Type.Object({
  /** Positions registered by now. */
  positions: Type.Array(Position),
  scannerPorts: Type.Object({ first: Type.Integer(), last: Type.Integer() }),
})
export type OwnFingersReply = Static<typeof OwnFingersReply>

const AccountIdOf = Type.Optional(Type.String({ maxLength: 40 }))

export const OwnFingersQuery = Type.Object({ accountId: AccountIdOf })

export const AskOwnSlapRequest = Type.Object(
  { slap: SlapName, deviceId: DeviceId, accountId: AccountIdOf },
  { additionalProperties: false },
)

export const TakeOwnSlapRequest = Type.Object(
  {
    transactionId: Type.String({ minLength: 1, maxLength: 100 }),
    response: Type.Unknown(),
    accountId: AccountIdOf,
  },
  { additionalProperties: false },
)

export const OwnSlapTaken = Type.Object({
  fingers: Type.Array(
    Type.Object({
      position: Position,
      quality: Type.Integer(),
      problems: Type.Array(Type.String()),
      registered: Type.Boolean(),
    }),
  ),
  notTaken: Type.Array(Position),
})
export type OwnSlapTaken = Static<typeof OwnSlapTaken>
