// Person — who stands at the scanner, as it is told by the stand-in's own control call.

import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { fail, ok, type Result } from '#kit/result'
import { nameLengthMax, visitMax } from '../limits.ts'

const Visit = Type.Integer({ minimum: 0, maximum: visitMax })

const FolderPerson = Type.Object({
  kind: Type.Literal('folder'),
  /** Holds pictures `P-<finger>_<V>.png`: person, finger 1 to 10, visit. */
  dir: Type.String({ minLength: 1, maxLength: 1_024 }),
  person: Type.String({ pattern: '^[A-Za-z0-9]{1,40}$' }),
  visit: Visit,
})

const SyntheticPerson = Type.Object({
  kind: Type.Literal('synthetic'),
  /** A seed: the same word, the same ten fingers. */
  person: Type.String({ minLength: 1, maxLength: nameLengthMax }),
  visit: Visit,
})

const Person = Type.Union([FolderPerson, SyntheticPerson])

export type FolderPerson = Static<typeof FolderPerson>
export type SyntheticPerson = Static<typeof SyntheticPerson>
export type Person = Static<typeof Person>

export interface PersonIssue {
  readonly code: 'person.unknown'
}

export function parsePerson(body: unknown): Result<Person, PersonIssue> {
  return Value.Check(Person, body) ? ok(body) : fail({ code: 'person.unknown' })
}

export const firstPerson: SyntheticPerson = { kind: 'synthetic', person: '1', visit: 1 }
