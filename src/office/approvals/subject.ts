// Subject — what takes a second person, and at which step of the journey it may be asked.
//
//   waive-requirement {requirementId}          a resident without the diploma
//   missing-finger    {position, exception}    a finger that is not there, or that nobody can read
//   low-quality       {position}               the best of three tries is kept below the gate
//   send-on           {guards}                 a guard stopped the capture; the center is to decide
//   handover-without-finger {}                 the holder of a card has no finger that can be read

import { type Static, Type } from 'typebox'

export const guards = ['operator-finger', 'finger-twice', 'already-recorded'] as const
export type Guard = (typeof guards)[number]

const Position = Type.Integer({ minimum: 1, maximum: 10 })

const subjects = {
  'waive-requirement': {
    kind: Type.Literal('waive-requirement'),
    requirementId: Type.String({ maxLength: 40 }),
  },
  'missing-finger': {
    kind: Type.Literal('missing-finger'),
    position: Position,
    exception: Type.Union([Type.Literal('missing'), Type.Literal('unreadable')]),
  },
  'low-quality': { kind: Type.Literal('low-quality'), position: Position },
  'send-on': {
    kind: Type.Literal('send-on'),
    guards: Type.Array(Type.Enum([...guards]), {
      minItems: 1,
      maxItems: guards.length,
    }),
  },
  'handover-without-finger': { kind: Type.Literal('handover-without-finger') },
} as const

export const ApprovalSubject = Type.Union([
  Type.Object(subjects['waive-requirement']),
  Type.Object(subjects['missing-finger']),
  Type.Object(subjects['low-quality']),
  Type.Object(subjects['send-on']),
  Type.Object(subjects['handover-without-finger']),
])
export type ApprovalSubject = Static<typeof ApprovalSubject>

const about = {
  caseId: Type.String({ maxLength: 40 }),
  /** In the asker's own words; kept sealed. */
  reason: Type.String({ minLength: 5, maxLength: 500 }),
}
const strict = { additionalProperties: false }

/** A subject, the case it concerns and why. */
export const ApprovalRequest = Type.Union([
  Type.Object({ ...about, ...subjects['waive-requirement'] }, strict),
  Type.Object({ ...about, ...subjects['missing-finger'] }, strict),
  Type.Object({ ...about, ...subjects['low-quality'] }, strict),
  Type.Object({ ...about, ...subjects['send-on'] }, strict),
  Type.Object({ ...about, ...subjects['handover-without-finger'] }, strict),
])
export type ApprovalRequest = Static<typeof ApprovalRequest>

/** Where the case waits while this is asked and decided; and who may ask. */
export const askedAt = {
  'waive-requirement': { stage: 'called', role: 'petugas-loket' },
  'missing-finger': { stage: 'capture', role: 'operator-ktp' },
  'low-quality': { stage: 'capture', role: 'operator-ktp' },
  'send-on': { stage: 'capture', role: 'operator-ktp' },
  'handover-without-finger': { stage: 'handover', role: 'operator-ktp' },
} as const satisfies Record<ApprovalSubject['kind'], { stage: string; role: string }>
