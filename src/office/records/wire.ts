// Wire — how an attestation and a stored record are told; the capture wizard ends with both.

import { type Static, Type } from 'typebox'

export const Attested = Type.Object({
  receiptNumber: Type.String(),
  attestedAtMs: Type.Integer(),
  /** What the receipt's QR says after the `#`. */
  receiptToken: Type.String(),
  /** To be typed where the QR cannot be read. */
  receiptCode: Type.String(),
  manifestSha256: Type.String(),
})
export type Attested = Static<typeof Attested>

export const Registered = Type.Object({
  packetDigest: Type.String(),
  registeredAtMs: Type.Integer(),
})
export type Registered = Static<typeof Registered>
