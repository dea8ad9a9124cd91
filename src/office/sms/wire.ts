// Wire — how the SMS gateway is, for the administrator's screen.

import { type Static, Type } from 'typebox'

export const SmsReply = Type.Object({
  state: Type.Enum(['off', 'running', 'outside', 'not-installed']),
  /** What the daemon complained of last, in its own words. */
  problem: Type.Union([Type.String(), Type.Null()]),
  notedAtMs: Type.Union([Type.Integer(), Type.Null()]),
  smsNumber: Type.String(),
  /** Whether the modem is the dummy phone of the demonstration. */
  dummy: Type.Boolean(),
  received: Type.Integer(),
  sent: Type.Integer(),
  waiting: Type.Integer(),
  failed: Type.Integer(),
})
export type SmsReply = Static<typeof SmsReply>

const PhoneNumber = Type.String({ minLength: 1, maxLength: 40 })

export const DummyMessage = Type.Object(
  {
    from: PhoneNumber,
    text: Type.String({ minLength: 1, maxLength: 600 }),
  },
  { additionalProperties: false },
)
export type DummyMessage = Static<typeof DummyMessage>

export const DummyNumber = Type.Object({ to: PhoneNumber }, { additionalProperties: false })
export type DummyNumber = Static<typeof DummyNumber>

export const DummyAnswers = Type.Object({
  answers: Type.Array(Type.Object({ smsId: Type.Integer(), text: Type.String() })),
})
export type DummyAnswers = Static<typeof DummyAnswers>
