// Wire — what the form's screens and the server say to each other.

import { type Static, Type } from 'typebox'

/** Checked field by field by the resident room, which names every slip in plain words. */
const TypedBiodata = Type.Object({}, { additionalProperties: true })

export const ResidentFormRequest = Type.Object(
  { biodata: TypedBiodata },
  { additionalProperties: false },
)

export const OfficerFormRequest = Type.Object(
  {
    biodata: TypedBiodata,
    confirmedDoubts: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 30 })),
    /** The officer knows of the person's other case and goes on. */
    confirmed: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export const FormOpened = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  formCode: Type.String(),
})
export type FormOpened = Static<typeof FormOpened>

export const FormSaved = Type.Object({
  version: Type.Integer(),
  doubts: Type.Array(Type.Object({ code: Type.String(), field: Type.String() })),
})
export type FormSaved = Static<typeof FormSaved>

export const FormReply = Type.Object({
  version: Type.Integer(),
  biodata: Type.Unknown(),
  villageCode: Type.String(),
  doubts: Type.Array(Type.String()),
  savedAtMs: Type.Integer(),
})
export type FormReply = Static<typeof FormReply>

export const PrintFormRequest = Type.Object(
  {
    formCode: Type.String({ maxLength: 40 }),
    birthDate: Type.String({ maxLength: 20 }),
  },
  { additionalProperties: false },
)
