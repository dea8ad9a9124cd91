// Session wire — what the sign-in page and the server say to each other.

import { type Static, Type } from 'typebox'
import { roles } from './roles.ts'

const Role = Type.Enum([...roles])

export const SignedInAccount = Type.Object({
  accountId: Type.String(),
  name: Type.String(),
  displayName: Type.String(),
  role: Role,
  villageCode: Type.Union([Type.String(), Type.Null()]),
  mustChangePassword: Type.Boolean(),
})
export type SignedInAccount = Static<typeof SignedInAccount>

export const SessionReply = Type.Object({
  account: Type.Union([SignedInAccount, Type.Null()]),
  demo: Type.Boolean(),
  officeName: Type.String(),
})
export type SessionReply = Static<typeof SessionReply>

/** Longer than any password, short enough to be no burden. */
const typedMax = 1_000

export const SignInBody = Type.Object(
  { name: Type.String({ maxLength: typedMax }), password: Type.String({ maxLength: typedMax }) },
  { additionalProperties: false },
)
export type SignInBody = Static<typeof SignInBody>

export const OwnPasswordBody = Type.Object(
  { current: Type.String({ maxLength: typedMax }), next: Type.String({ maxLength: typedMax }) },
  { additionalProperties: false },
)
export type OwnPasswordBody = Static<typeof OwnPasswordBody>

export const SampleAccountsReply = Type.Object({
  accounts: Type.Array(
    Type.Object({
      name: Type.String(),
      password: Type.String(),
      role: Role,
      displayName: Type.String(),
    }),
  ),
})
export type SampleAccountsReply = Static<typeof SampleAccountsReply>
