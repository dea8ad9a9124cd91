// Wire — what the screens of complaints and the server say to each other.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'
import {
  complaintTextMax,
  complaintTextMin,
  concernsNameMax,
  contactMax,
  numberMax,
  ticketMax,
} from './limits.ts'

export const complaintSubjects = [
  'pungli',
  'abuse-of-authority',
  'discrimination',
  'procedure',
  'quality',
  'conduct',
  'facilities',
  'suggestion',
] as const
export const complaintClasses = ['light', 'information', 'no-oversight', 'oversight'] as const
export const complaintStates = ['open', 'answered', 'closed'] as const
export const complaintChannels = ['sms', 'officer', 'leader', 'box', 'portal'] as const

const Subject = Type.Enum([...complaintSubjects])
const Class = Type.Enum([...complaintClasses])
const Channel = Type.Enum([...complaintChannels])
const State = Type.Enum([...complaintStates])
const Text = Type.String({ minLength: complaintTextMin, maxLength: complaintTextMax })
const RequestId = Type.String({ format: 'uuid' })

const told = {
  /** Made by the page, so that a second click is not a second complaint. */
  requestId: Type.Optional(RequestId),
  text: Text,
  subject: Type.Optional(Subject),
  ticket: Type.Optional(Type.String({ maxLength: ticketMax })),
  /** A mobile number for the answer. */
  contact: Type.Optional(Type.String({ maxLength: contactMax })),
  leaderOnly: Type.Optional(Type.Boolean()),
  concernsName: Type.Optional(Type.String({ maxLength: concernsNameMax })),
}

export const ComplaintRequest = Type.Object(told, { additionalProperties: false })
export type ComplaintRequest = Static<typeof ComplaintRequest>

export const EnteredComplaint = Type.Object(
  {
    ...told,
    channel: Type.Enum(['officer', 'leader', 'box']),
    /** The account of the officer it is about. */
    concernsId: Type.Optional(Type.String({ format: 'uuid' })),
  },
  { additionalProperties: false },
)
export type EnteredComplaint = Static<typeof EnteredComplaint>

export const FiledReply = Type.Object({
  number: Type.String(),
  accessCode: Type.String(),
  dueOn: Type.String(),
})
export type FiledReply = Static<typeof FiledReply>

export const ComplaintStatusRequest = Type.Object(
  {
    number: Type.String({ minLength: 1, maxLength: numberMax }),
    code: Type.String({ minLength: 1, maxLength: numberMax }),
  },
  { additionalProperties: false },
)
export type ComplaintStatusRequest = Static<typeof ComplaintStatusRequest>

export const ComplaintStatusReply = Type.Object({
  number: Type.String(),
  state: State,
  receivedAtMs: Type.Integer(),
  dueOn: Type.String(),
  answers: Type.Array(
    Type.Object({ text: Type.String(), closes: Type.Boolean(), atMs: Type.Integer() }),
  ),
})
export type ComplaintStatusReply = Static<typeof ComplaintStatusReply>

const row = {
  complaintId: Type.String(),
  number: Type.String(),
  channel: Channel,
  subject: Subject,
  class: Class,
  state: State,
  late: Type.Boolean(),
  leaderOnly: Type.Boolean(),
  receivedAtMs: Type.Integer(),
  dueOn: Type.String(),
}
export const ComplaintRow = Type.Object({ ...row, excerpt: Type.String() })
export type ComplaintRow = Static<typeof ComplaintRow>

export const ComplaintsReply = Type.Object({
  today: Type.String(),
  counts: Type.Object({ open: Type.Integer(), late: Type.Integer() }),
  complaints: Type.Array(ComplaintRow),
})
export type ComplaintsReply = Static<typeof ComplaintsReply>

const OptionalText = orNull(Type.String())

export const ComplaintDetail = Type.Object({
  ...row,
  text: Type.String(),
  contact: OptionalText,
  /** The officer's name as the resident told it. */
  named: OptionalText,
  concerns: Type.Array(Type.String()),
  ticket: OptionalText,
  /** Display name of the officer who took it down; null where the resident did. */
  enteredBy: OptionalText,
  mayAnswer: Type.Boolean(),
  answers: Type.Array(
    Type.Object({
      text: Type.String(),
      closes: Type.Boolean(),
      bySms: Type.Boolean(),
      by: Type.String(),
      atMs: Type.Integer(),
    }),
  ),
})
export type ComplaintDetail = Static<typeof ComplaintDetail>

export const AnswerRequest = Type.Object(
  { requestId: Type.Optional(RequestId), text: Text, closes: Type.Boolean() },
  { additionalProperties: false },
)
export type AnswerRequest = Static<typeof AnswerRequest>

export const ReclassifyRequest = Type.Object(
  { subject: Subject, class: Class },
  { additionalProperties: false },
)
export type ReclassifyRequest = Static<typeof ReclassifyRequest>

export const OfficersReply = Type.Object({
  officers: Type.Array(Type.Object({ accountId: Type.String(), displayName: Type.String() })),
})
export type OfficersReply = Static<typeof OfficersReply>

/** What the page says of the other ways. */
export const WaysReply = Type.Object({ smsNumber: Type.String(), smsOn: Type.Boolean() })
export type WaysReply = Static<typeof WaysReply>
