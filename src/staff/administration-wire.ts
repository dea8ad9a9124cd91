// Administration wire — what the administrator's pages and the server say to each other.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'
import { accountNameLengthMax, auditPageMax, displayNameLengthMax } from './limits.ts'
import { roles } from './roles.ts'

const Role = Type.Enum([...roles])
const Village = Type.Object({ code: Type.String(), name: Type.String() })

export const AccountRow = Type.Object({
  accountId: Type.String(),
  name: Type.String(),
  displayName: Type.String(),
  role: Role,
  villageCode: orNull(Type.String()),
  active: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
  /** ISO 8601. */
  createdAt: Type.String(),
  /** Whether it has a key to sign with. */
  signs: Type.Boolean(),
})
export type AccountRow = Static<typeof AccountRow>

export const AccountsReply = Type.Object({
  accounts: Type.Array(AccountRow),
  /** The roles and villages that an account may have here. */
  roles: Type.Array(Role),
  villages: Type.Array(Village),
})
export type AccountsReply = Static<typeof AccountsReply>

/** Room for spaces and slips, which are answered in words; more is refused at the door. */
const slack = 100

const post = {
  role: Type.String({ maxLength: slack }),
  villageCode: Type.Optional(orNull(Type.String({ maxLength: slack }))),
}

export const NewAccountBody = Type.Object(
  {
    name: Type.String({ maxLength: accountNameLengthMax + slack }),
    displayName: Type.String({ maxLength: displayNameLengthMax + slack }),
    ...post,
  },
  { additionalProperties: false },
)
export type NewAccountBody = Static<typeof NewAccountBody>

export const PostBody = Type.Object(post, { additionalProperties: false })
export type PostBody = Static<typeof PostBody>

export const ActiveBody = Type.Object({ active: Type.Boolean() }, { additionalProperties: false })
export type ActiveBody = Static<typeof ActiveBody>

export const AccountParams = Type.Object({ accountId: Type.String({ maxLength: slack }) })

export const AccountReply = Type.Object({ account: AccountRow })
export type AccountReply = Static<typeof AccountReply>

export const OneTimeReply = Type.Object({
  account: AccountRow,
  /** Shown this once: only its hash is kept. */
  oneTimePassword: Type.String(),
})
export type OneTimeReply = Static<typeof OneTimeReply>

export const AuditParams = Type.Object(
  {
    before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: auditPageMax })),
    actor: Type.Optional(Type.String({ maxLength: slack })),
    act: Type.Optional(Type.String({ maxLength: slack })),
    /** What an act was about: a key of its subject and the value there, always together. */
    about: Type.Optional(Type.String({ maxLength: slack })),
    value: Type.Optional(Type.String({ maxLength: 2 * slack })),
  },
  { additionalProperties: false },
)
export type AuditParams = Static<typeof AuditParams>

export const AuditReply = Type.Object({
  /** Newest first. */
  entries: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      at: Type.String(),
      actor: Type.String(),
      act: Type.String(),
      subject: Type.Record(
        Type.String(),
        Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
      ),
    }),
  ),
  /** What the accounts among the actors and in the subjects are called, by their ids. */
  names: Type.Record(Type.String(), Type.String()),
  /** The `before` of the next page; null on the last. */
  next: orNull(Type.Integer()),
})
export type AuditReply = Static<typeof AuditReply>

export const Verification = Type.Object({
  at: Type.String(),
  whole: Type.Boolean(),
  /** How many entries are as they were written. */
  entries: Type.Integer(),
  /** The hash of the last of them, to be noted elsewhere; null when it is told from the log. */
  lastHash: orNull(Type.String()),
})
export type Verification = Static<typeof Verification>

/** The last verification; null where there was none. */
export const VerificationReply = Type.Object({ verification: orNull(Verification) })
export type VerificationReply = Static<typeof VerificationReply>
