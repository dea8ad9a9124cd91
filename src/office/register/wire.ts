// Wire — what is answered once a record lies durably in the office's database.

import { type Static, Type } from 'typebox'

export const Registered = Type.Object({
  packetDigest: Type.String(),
  registeredAtMs: Type.Integer(),
})
export type Registered = Static<typeof Registered>
