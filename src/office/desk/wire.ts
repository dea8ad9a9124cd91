// Wire — what the information desk's screen and the server say to each other.

import { type Static, Type } from 'typebox'
import { orNull } from '#kit/schema'
import { endings } from '../cases/ending.ts'

const serviceTypes = [
  'new',
  'lost',
  'damaged',
  'changed-data',
  'moved-in',
  'outside-domicile',
] as const

export const OpenCaseRequest = Type.Object(
  { serviceType: Type.Enum([...serviceTypes]) },
  { additionalProperties: false },
)

const Bilingual = Type.Object({ id: Type.String(), en: Type.String() })

export const CaseOpened = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  formCode: Type.String(),
  /** Where to go instead, for a service that is not rendered here. */
  elsewhere: Type.Union([Type.Object({ place: Bilingual, advice: Bilingual }), Type.Null()]),
})
export type CaseOpened = Static<typeof CaseOpened>

export const FindResidentRequest = Type.Object(
  {
    by: Type.Enum(['nik', 'kk', 'name', 'code']),
    value: Type.String({ minLength: 1, maxLength: 120 }),
  },
  { additionalProperties: false },
)

export const KnownResident = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  serviceType: Type.String(),
  waitingAt: Type.String(),
  status: Type.String(),
  sinceMs: Type.Integer(),
  /** `S••• A•••••`: enough to ask «is this you?», no more. */
  maskedName: Type.Union([Type.String(), Type.Null()]),
})
export type KnownResident = Static<typeof KnownResident>

export const FindResidentReply = Type.Object({ known: Type.Array(KnownResident) })
export type FindResidentReply = Static<typeof FindResidentReply>

const OptionalText = orNull(Type.String())

const Returned = Type.Object({
  by: Type.Enum(['village', 'counter']),
  reason: Type.String(),
  atMs: Type.Integer(),
})

export const CaseView = Type.Object({
  caseId: Type.String(),
  ticket: Type.String(),
  formCode: Type.String(),
  serviceType: Type.String(),
  waitingAt: Type.String(),
  status: Type.String(),
  openedAtMs: Type.Integer(),
  history: Type.Array(Type.Object({ status: Type.String(), atMs: Type.Integer() })),
  resident: Type.Union([
    Type.Object({
      name: Type.String(),
      nik: Type.String(),
      birthDate: Type.String(),
      villageCode: Type.String(),
      formVersion: Type.Integer(),
    }),
    Type.Null(),
  ]),
  /** Why it came back, while that is what it waits for. */
  returned: Type.Union([Returned, Type.Null()]),
  /** Why the center made no card of it. */
  ending: orNull(Type.Enum([...endings])),
  /** The number it holds in today's queue. */
  queuePlace: OptionalText,
  endorsement: Type.Union([
    Type.Object({ kind: Type.String(), version: Type.Integer(), atMs: Type.Integer() }),
    Type.Null(),
  ]),
})
export type CaseView = Static<typeof CaseView>
