// Boxes — the order and kind of the boxes of form F-1 on a screen.

import { accompanyingRelations } from '#resident/accompanying-adult'
import { streetLettersMax } from '#resident/address'
import { birthPlaceLettersMax } from '#resident/birth-place'
import type { CodeList } from '#resident/code-list'
import * as lists from '#resident/code-lists'
import type { Language } from '#resident/language'
import { occupations } from '#resident/occupations'
import { personNameLettersMax } from '#resident/person-name'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import type { DraftField } from './draft.ts'

export type Box =
  | { readonly kind: 'digits'; readonly digits: number }
  | {
      readonly kind: 'text'
      readonly lettersMax: number
      readonly writing?: 'numeric' | 'tel' | 'email'
    }
  | { readonly kind: 'date' }
  /** all: each to be seen · list: opens · search: opens, and is searched by typing */
  | { readonly kind: 'one-of'; readonly shown: 'all' | 'list' | 'search'; readonly from: Choices }

type Choices = (language: Language) => readonly { readonly value: string; readonly title: string }[]

export type Section = 'numbers' | 'self' | 'itap' | 'adult' | 'address' | 'contact'

/** Rows of boxes, those that are short side by side. */
export const sections: Readonly<Record<Section, readonly (readonly DraftField[])[]>> = {
  numbers: [['nik'], ['nomorKk']],
  self: [
    ['name'],
    ['birthPlace', 'birthDate'],
    ['sex'],
    ['maritalStatus', 'shdk'],
    ['religion', 'bloodType'],
    ['education'],
    ['occupation'],
    ['disability'],
    ['citizenship'],
  ],
  itap: [['itap.number', 'itap.validUntil']],
  adult: [['accompanyingAdult.name'], ['accompanyingAdult.relation'], ['accompanyingAdult.nik']],
  address: [
    ['address.street'],
    ['address.rt', 'address.rw'],
    ['address.village', 'address.kodepos'],
  ],
  contact: [['phone'], ['email']],
}

const nik: Box = { kind: 'digits', digits: 16 }
const name: Box = { kind: 'text', lettersMax: personNameLettersMax }
const three: Box = { kind: 'text', lettersMax: 3, writing: 'numeric' }

export const boxes: Readonly<Record<DraftField, Box>> = {
  nik,
  nomorKk: nik,
  name,
  birthPlace: { kind: 'text', lettersMax: birthPlaceLettersMax },
  birthDate: { kind: 'date' },
  sex: oneOf(lists.sexes, 'all'),
  bloodType: oneOf(lists.bloodTypes),
  religion: oneOf(lists.religions),
  maritalStatus: oneOf(lists.maritalStatuses),
  occupation: oneOf(occupations, 'search'),
  education: oneOf(lists.educations),
  citizenship: oneOf(lists.citizenships, 'all'),
  'address.street': { kind: 'text', lettersMax: streetLettersMax },
  'address.rt': three,
  'address.rw': three,
  'address.village': { kind: 'one-of', shown: 'list', from: villagesHere },
  'address.kodepos': { kind: 'text', lettersMax: 5, writing: 'numeric' },
  phone: { kind: 'text', lettersMax: 20, writing: 'tel' },
  email: { kind: 'text', lettersMax: 254, writing: 'email' },
  disability: oneOf(lists.disabilities),
  shdk: oneOf(lists.shdkList),
  'itap.number': { kind: 'text', lettersMax: 24 },
  'itap.validUntil': { kind: 'date' },
  'accompanyingAdult.name': name,
  'accompanyingAdult.relation': oneOf(accompanyingRelations),
  'accompanyingAdult.nik': nik,
}

/** The boxes that may stay empty. */
export const optionalBoxes: readonly DraftField[] = [
  'phone',
  'email',
  'disability',
  'shdk',
  'accompanyingAdult.nik',
]

function oneOf<Value extends string | number>(
  list: CodeList<Value>,
  shown: 'all' | 'list' | 'search' = 'list',
): Box {
  const from: Choices = (language) =>
    list.entries.map(({ value, label }) => ({ value: String(value), title: label[language] }))
  return { kind: 'one-of', shown, from }
}

function villagesHere() {
  return [...tungkalJayaTables.villages].map(([value, title]) => ({ value, title }))
}
