// Address arbitraries — addresses in the sixteen villages of the kecamatan.

import fc from 'fast-check'
import type { Address, Kodepos, Rt, Rw, Street } from './address.ts'
import { tungkalJayaVillages } from './tungkal-jaya.ts'

const threeDigits = fc
  .oneof(fc.constantFrom(0, 1, 999), fc.nat(30))
  .map((value) => String(value).padStart(3, '0'))

export const address: fc.Arbitrary<Address> = fc.record({
  street: fc.constantFrom('DUSUN II', 'JALAN POROS NO. 7', 'BLOK C/3').map((it) => it as Street),
  rt: threeDigits.map((it) => it as Rt),
  rw: threeDigits.map((it) => it as Rw),
  village: fc.constantFrom(...tungkalJayaVillages),
  kodepos: fc.constantFrom('30756', '10000', '99999').map((it) => it as Kodepos),
})
