// Wire — what the public check of a receipt and the server say to each other.

import { type Static, Type } from 'typebox'

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
