// Wire — what the village head's screen and the server say to each other.

import { type Static, Type } from 'typebox'

export const VillageForm = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  formCode: Type.String(),
  version: Type.Integer(),
  savedAtMs: Type.Integer(),
  name: Type.String(),
  nik: Type.String(),
  nomorKk: Type.String(),
  birthPlace: Type.String(),
  birthDate: Type.String(),
  sex: Type.String(),
  street: Type.String(),
  rt: Type.String(),
  rw: Type.String(),
  doubts: Type.Array(Type.String()),
})
export type VillageForm = Static<typeof VillageForm>

export const VillageFormsReply = Type.Object({
  villageCode: Type.String(),
  villageName: Type.String(),
  forms: Type.Array(VillageForm),
})
export type VillageFormsReply = Static<typeof VillageFormsReply>

export const EndorseRequest = Type.Object(
  { version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
export const ReturnRequest = Type.Object(
  { version: Type.Integer({ minimum: 1 }), reason: Type.String({ minLength: 5, maxLength: 500 }) },
  { additionalProperties: false },
)

export const Acted = Type.Object({ caseId: Type.String(), waitingAt: Type.String() })
export type Acted = Static<typeof Acted>
