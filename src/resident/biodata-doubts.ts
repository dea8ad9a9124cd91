// Biodata doubts — what an officer asks the resident about before going on; nothing here refuses.

import { doubtsAboutAddress } from './address.ts'
import type { Biodata, BiodataField } from './biodata.ts'
import { ageOn, type CalendarDate } from './calendar-date.ts'
import { hasEverMarried } from './code-lists.ts'
import { cardAge } from './eligibility.ts'
import type { ResidentDoubt } from './issues.ts'
import { doubtsAbout } from './nik.ts'
import type { NikArea } from './nik-area.ts'
import { doubtsAboutName } from './person-name.ts'
import { findVillage, type KecamatanCode, kecamatanCodeOf, type WilayahTables } from './wilayah.ts'

export type BiodataDoubt = ResidentDoubt & { readonly field: BiodataField }

/** Of the age at which a marriage needs no court's leave (UU 16/2019, article 7). */
const marriageAge = 19
const adultAge = 18
/** Residents over a hundred are met; beyond this a birth year is worth a second look. */
const veryOldAge = 110

/**
 * `kecamatan` is the office's own. `tables` tell whether the village exists; `nikArea` is what the
 * national list says of the NIK. Each may be left out where it is not at hand, as in a browser.
 */
export function doubtsAboutBiodata(
  biodata: Biodata,
  at: {
    readonly today: CalendarDate
    readonly kecamatan?: KecamatanCode
    readonly tables?: WilayahTables
    readonly nikArea?: NikArea
  },
): readonly BiodataDoubt[] {
  const { address } = biodata
  const doubts: BiodataDoubt[] = [
    ...doubtsAbout(biodata.nik, biodata).map((it) => ({ ...it, field: 'nik' as const })),
    ...doubtsAboutName(biodata.name).map((it) => ({ ...it, field: 'name' as const })),
    ...doubtsAboutAddress(address).map((it) => ({
      ...it,
      field: it.code === 'address.rt-zero' ? ('address.rt' as const) : ('address.rw' as const),
    })),
    ...doubtsAboutAge(biodata, at.today),
    ...doubtsAboutNumbers(biodata),
  ]
  if (at.nikArea?.known === 'never') {
    doubts.push({ field: 'nik', code: 'nik.area-unknown', wilayah: at.nikArea.code })
  }
  if (at.kecamatan !== undefined && kecamatanCodeOf(address.village) !== at.kecamatan) {
    const code = 'biodata.other-kecamatan'
    doubts.push({ field: 'address.village', code, village: address.village })
  } else if (at.tables !== undefined && findVillage(at.tables, address.village) === undefined) {
    const code = 'biodata.village-unknown'
    doubts.push({ field: 'address.village', code, village: address.village })
  }
  return doubts
}

function doubtsAboutAge(biodata: Biodata, today: CalendarDate): readonly BiodataDoubt[] {
  const age = ageOn(biodata.birthDate, today)
  const married = hasEverMarried(biodata.maritalStatus)
  const doubts: BiodataDoubt[] = []
  if (age > veryOldAge) doubts.push({ field: 'birthDate', code: 'biodata.very-old', age })
  if (married && age < marriageAge) {
    doubts.push({ field: 'maritalStatus', code: 'biodata.married-young', age })
  }
  // Under seventeen the form itself asks for the adult.
  const mayComeAlone = age >= adultAge || age < cardAge || married
  if (!mayComeAlone && biodata.accompanyingAdult === undefined) {
    doubts.push({ field: 'accompanyingAdult', code: 'biodata.alone-under-eighteen', age })
  }
  return doubts
}

function doubtsAboutNumbers(biodata: Biodata): readonly BiodataDoubt[] {
  const doubts: BiodataDoubt[] = []
  if ((biodata.nomorKk as string) === biodata.nik) {
    doubts.push({ field: 'nomorKk', code: 'biodata.nomor-kk-is-nik' })
  }
  if (biodata.accompanyingAdult?.nik === biodata.nik) {
    const code = 'biodata.accompanying-adult-is-resident'
    doubts.push({ field: 'accompanyingAdult.nik', code })
  }
  return doubts
}
