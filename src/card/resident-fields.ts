// Resident fields — a resident's checked biodata as the words of the form and of the card.

import { rtRwOf } from '#resident/address'
import type { Biodata } from '#resident/biodata'
import type { CalendarDate } from '#resident/calendar-date'
import {
  bloodTypes,
  cardBloodTypeOf,
  cardMaritalStatuses,
  cardMaritalStatusOf,
  citizenships,
  educations,
  maritalStatuses,
  religions,
  sexes,
} from '#resident/code-lists'
import { paperDate } from '#resident/date-words'
import type { Itap } from '#resident/itap'
import { getOccupationName } from '#resident/occupations'
import { dialedPhone } from '#resident/phone'
import { type Village, villageHeadTitleOf } from '#resident/wilayah'
import { type CardFields, capitals } from './card-fields.ts'
import type { FormF1Fields } from './form-f1.ts'

/** What the card says of a resident of this village, issued on this day. */
export function cardFieldsOf(
  biodata: Biodata,
  village: Village,
  issuedOn: CalendarDate,
): CardFields {
  const { kecamatan } = village
  const { regency, province } = kecamatan
  const { itap } = biodata
  return {
    province: capitals(`Provinsi ${province.name}`),
    regency: capitals(regency.name),
    nik: biodata.nik,
    name: capitals(biodata.name),
    birth: birthOf(biodata),
    sex: sexes.get(biodata.sex).name,
    bloodType: cardBloodTypeOf(biodata.bloodType),
    address: capitals(biodata.address.street),
    rtRw: rtRwOf(biodata.address),
    village: capitals(village.name),
    kecamatan: capitals(kecamatan.name),
    religion: religions.get(biodata.religion).name,
    maritalStatus: cardMaritalStatuses.get(cardMaritalStatusOf(biodata.maritalStatus)).name,
    occupation: getOccupationName(biodata.occupation),
    citizenship: citizenships.get(biodata.citizenship).name,
    validUntil: itap === undefined ? 'SEUMUR HIDUP' : paperDate(itap.validUntil),
    issuedAt: capitals(regency.name.replace(/^(Kabupaten|Kota) /i, '')),
    issuedOn: paperDate(issuedOn),
  }
}

/** The part of the form that speaks of the resident, and who heads the village. */
export function residentPartOf(
  biodata: Biodata,
  village: Village,
): Pick<FormF1Fields, 'fullName' | 'nik' | 'nomorKk' | 'biodata'> & {
  readonly villageOffice: string
} {
  const { kecamatan } = village
  const { accompanyingAdult: adult, itap } = biodata
  const rows: readonly (readonly [label: string, value: string])[] = [
    ['Tempat, tgl lahir', birthOf(biodata)],
    ['Jenis kelamin', sexes.get(biodata.sex).name],
    ['Golongan darah', bloodTypes.get(biodata.bloodType).name],
    ['Agama', religions.get(biodata.religion).name],
    ['Status perkawinan', maritalStatuses.get(biodata.maritalStatus).name],
    ['Pendidikan', educations.get(biodata.education).name],
    ['Pekerjaan', getOccupationName(biodata.occupation)],
    ['Kewarganegaraan', citizenships.get(biodata.citizenship).name],
    ...(itap === undefined ? [] : [['ITAP', itapOf(itap)] as const]),
    ['Alamat', capitals(biodata.address.street)],
    ['RT / RW', rtRwOf(biodata.address)],
    ['Desa/Kelurahan', capitals(village.name)],
    ['Kecamatan', capitals(kecamatan.name)],
    ['Kabupaten/Kota', capitals(kecamatan.regency.name)],
    ['Provinsi', capitals(kecamatan.province.name)],
    ['Kode pos', biodata.address.kodepos],
    ['Telepon', biodata.phone === undefined ? '-' : dialedPhone(biodata.phone)],
    ...(adult === undefined ? [] : [['Pendamping', capitals(adult.name)] as const]),
  ]
  return {
    fullName: capitals(biodata.name),
    nik: biodata.nik,
    nomorKk: biodata.nomorKk,
    biodata: rows.map(([label, value]) => ({ label, value })),
    villageOffice: `${villageHeadTitleOf(village.kind)} ${village.name}`,
  }
}

function itapOf(itap: Itap): string {
  return `${itap.number} s.d. ${paperDate(itap.validUntil)}`
}

/** `PENINGGALAN, 17-08-2009`. */
function birthOf(biodata: Biodata): string {
  return `${capitals(biodata.birthPlace)}, ${paperDate(biodata.birthDate)}`
}
