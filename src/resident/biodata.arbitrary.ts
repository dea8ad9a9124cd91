// Biodata arbitraries — residents of any age and kind whose forms are in order on a given day.

import fc from 'fast-check'
import { accompanyingRelations } from './accompanying-adult.ts'
import { address } from './address.arbitrary.ts'
import type { Biodata } from './biodata.ts'
import type { BirthPlace } from './birth-place.ts'
import { birthDateBefore } from './calendar-date.arbitrary.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import type { CodeList } from './code-list.ts'
import * as lists from './code-lists.ts'
import type { Email } from './email.ts'
import type { ItapNumber } from './itap.ts'
import { nik } from './nik.arbitrary.ts'
import { nomorKk } from './nomor-kk.arbitrary.ts'
import { occupations } from './occupations.ts'
import { personName } from './person-name.arbitrary.ts'
import type { Phone } from './phone.ts'

function oneOf<Value extends string | number>(list: CodeList<Value>): fc.Arbitrary<Value> {
  return fc.constantFrom(...list.entries.map((entry) => entry.value))
}

/** A form that `parseBiodata(it, today)` accepts as it stands. */
export function biodataOn(today: CalendarDate): fc.Arbitrary<Biodata> {
  const always = fc.record({
    nik,
    nomorKk,
    name: personName,
    birthPlace: fc.constantFrom('SEKAYU', 'KAB. WONOGIRI', 'ÅRHUS').map((it) => it as BirthPlace),
    birthDate: birthDateBefore(today),
    sex: oneOf(lists.sexes),
    bloodType: oneOf(lists.bloodTypes),
    religion: oneOf(lists.religions),
    maritalStatus: oneOf(lists.maritalStatuses),
    occupation: oneOf(occupations),
    education: oneOf(lists.educations),
    citizenship: oneOf(lists.citizenships),
    address,
    itap: fc.record({
      number: fc.constantFrom('2D11JE0001-X', '99AB').map((it) => it as ItapNumber),
      validUntil: fc.nat(2000).map((days) => addDays(today, days)),
    }),
    accompanyingAdult: fc.record(
      { name: personName, relation: oneOf(accompanyingRelations), nik },
      { requiredKeys: ['name', 'relation'] },
    ),
  })
  const sometimes = fc.record(
    {
      phone: fc.constantFrom('+6281234567890', '+628123456789').map((it) => it as Phone),
      email: fc.constant('siti@contoh.go.id' as Email),
      disability: oneOf(lists.disabilities),
      shdk: oneOf(lists.shdkList),
    },
    { requiredKeys: [] },
  )
  return fc.tuple(always, sometimes).map(([a, b]) => ({ ...a, ...b }))
}
