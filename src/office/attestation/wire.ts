// Wire — what attestation, the receipt's public check and the server say to each other.

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

export const VerifyReceiptRequest = Type.Object(
  {
    /** The QR's token, the whole link, or the code below the QR. */
    token: Type.String({ minLength: 1, maxLength: 2_000 }),
  },
  { additionalProperties: false },
)

export const ReceiptVerdict = Type.Object({
  valid: Type.Boolean(),
  /** null where it is not valid. */
  receipt: Type.Union([
    Type.Object({
      receiptNumber: Type.String(),
      attestedAtMs: Type.Integer(),
      officeName: Type.String(),
      fingers: Type.Integer(),
      /** First groups of the digest that the operator signed. */
      digest: Type.String(),
    }),
    Type.Null(),
  ]),
})
export type ReceiptVerdict = Static<typeof ReceiptVerdict>
