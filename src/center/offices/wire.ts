// Wire — what the administrator's page of offices is told, and what it asks for.

import { type Static, Type } from 'typebox'

const Nullable = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) =>
  Type.Union([of, Type.Null()])

export const OfficesReply = Type.Object({
  offices: Type.Array(
    Type.Object({
      officeId: Type.String(),
      name: Type.String(),
      enrolledAtMs: Type.Integer(),
      lastPacketAtMs: Nullable(Type.Integer()),
      packetCount: Type.Integer(),
      /** Since when its key is good no more. */
      revokedAtMs: Nullable(Type.Integer()),
    }),
  ),
  /** Codes that were made and not used yet; a code itself is shown once, when it is made. */
  openCodes: Type.Array(Type.Object({ madeFor: Type.String(), expiresAtMs: Type.Integer() })),
})
export type OfficesReply = Static<typeof OfficesReply>

export type OfficeRow = OfficesReply['offices'][number]

export const OfficeCodeRequest = Type.Object(
  { madeFor: Type.String({ minLength: 3, maxLength: 120, pattern: '\\S' }) },
  { additionalProperties: false },
)
export type OfficeCodeRequest = Static<typeof OfficeCodeRequest>

export const OfficeCodeReply = Type.Object({
  code: Type.String(),
  madeFor: Type.String(),
  expiresAtMs: Type.Integer(),
})
export type OfficeCodeReply = Static<typeof OfficeCodeReply>

export const RevokedReply = Type.Object({ revokedAtMs: Type.Integer() })
export type RevokedReply = Static<typeof RevokedReply>
