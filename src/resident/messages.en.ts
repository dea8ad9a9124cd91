// Messages, English — the same sentences for who reads English.

import { longDate } from './date-words.ts'
import type { FieldLabels, ResidentMessages } from './message-catalog.ts'

const listNames: Readonly<Record<string, string>> = {
  sex: 'sex',
  'blood-type': 'blood type',
  religion: 'religion',
  'marital-status': 'marital status',
  'card-marital-status': 'marital status',
  shdk: 'relation to the head of the family',
  education: 'education',
  disability: 'disability',
  citizenship: 'citizenship',
  occupation: 'occupation',
  'accompanying-relation': 'relation of the accompanying adult',
}

export const messages: ResidentMessages = {
  'field.missing': () => 'This field is still empty.',
  'field.not-text': () => 'This entry could not be read. Please type it again.',
  'field.not-a-group': () => 'This part could not be read. Please fill it in again.',

  'nik.length': ({ length }) => `A NIK has 16 digits; ${length} were typed.`,
  'nik.not-a-digit': ({ index }) =>
    `A NIK has digits only; character ${index + 1} is none. The letter O is easily taken for a 0.`,
  'nik.day': ({ written }) =>
    `Digits 7 and 8 of the NIK (${written}) are no day of birth: 01–31 for a man, 41–71 for a woman. Please compare with the KK.`,
  'nik.month': ({ written }) =>
    `Digits 9 and 10 of the NIK (${written}) are no month. Please compare with the KK.`,
  'nik.serial-zero': () =>
    'The last four digits of a NIK cannot be 0000. Please compare with the KK.',
  'nik.other-sex': ({ written }) =>
    `The NIK says ${written}. Please compare with the KK; the NIK stays valid even where it differs.`,
  'nik.other-birth-date': ({ day, month, yearOfCentury }) =>
    `The NIK says born ${two(day)}-${two(month)}-..${two(yearOfCentury)}. Please compare with the KK; the NIK stays valid even where it differs.`,
  'nik.area-unknown': ({ wilayah }) =>
    `The area ${wilayah} in the NIK is in no list of 2015–2025. Please compare with the KK; an old NIK may carry a code that is gone.`,

  'nomor-kk.length': ({ length }) => `A family card number has 16 digits; ${length} were typed.`,
  'nomor-kk.not-a-digit': ({ index }) =>
    `A family card number has digits only; character ${index + 1} is none.`,
  'nomor-kk.day': ({ written }) =>
    `Digits 7 and 8 of the family card number (${written}) are no day. It may be a NIK that was typed.`,
  'nomor-kk.month': ({ written }) =>
    `Digits 9 and 10 of the family card number (${written}) are no month. Please compare with the KK.`,
  'nomor-kk.serial-zero': () =>
    'The last four digits of a family card number cannot be 0000. Please compare with the KK.',

  'name.empty': () => 'The name is still empty.',
  'name.length': ({ length, lengthMax }) =>
    `A name has at most ${lengthMax} letters, spaces included; ${length} were typed.`,
  'name.not-a-letter': ({ written }) =>
    `A name is written in Latin letters; “${written}” cannot be used.`,
  'name.one-word': () =>
    'The name is one word. Please make sure it is as on the KK; an old name stays valid.',
  'name.punctuation': () =>
    'The name has punctuation. Please make sure it is as on the KK; an old name stays valid.',
  'name.abbreviated': () =>
    'A part of the name is abbreviated. Please make sure it is as on the KK.',

  'birth-place.length': ({ length, lengthMax }) =>
    `A place of birth has at most ${lengthMax} letters; ${length} were typed.`,
  'birth-place.not-a-letter': ({ written }) =>
    `A place of birth is written in letters; “${written}” cannot be used.`,

  'date.form': () => 'A date is written day-month-year, for example 22-11-2009.',
  'date.month': () => 'A month is written 01 to 12.',
  'date.day': ({ daysInMonth }) => `That month has only ${daysInMonth} days.`,
  'birth-date.future': ({ today }) =>
    `A date of birth cannot lie after today (${longDate(today, 'en')}).`,
  'birth-date.too-long-ago': ({ age }) =>
    `By this date the age is ${age} years. Please check the year of birth.`,

  'code-list.unknown': ({ list, written }) =>
    `“${written}” is not in the list of ${listNames[list] ?? 'choices'}. Please choose from the list.`,

  'wilayah.village-form': () =>
    'A village code has 10 digits, for example 16.06.12.2001. Please choose from the list.',
  'wilayah.village-kind': () => 'This is no code of a village. Please choose from the list.',
  'wilayah.kecamatan-form': () =>
    'A kecamatan code has 6 digits, for example 16.06.12. Please choose from the list.',

  'address.street-length': ({ length, lengthMax }) =>
    `An address has at most ${lengthMax} letters; ${length} were typed.`,
  'address.rt-form': () => 'RT is written in digits, at most three, for example 003.',
  'address.rw-form': () => 'RW is written in digits, at most three, for example 001.',
  'address.kodepos-form': () => 'A postcode has 5 digits, for example 30756.',
  'address.rt-zero': () => 'RT 000. Please make sure it is as on the KK.',
  'address.rw-zero': () => 'RW 000. Please make sure it is as on the KK.',

  'phone.form': () => 'A phone number has digits only, for example 0812-3456-7890.',
  'phone.not-mobile': () =>
    'Please give a mobile number that can receive SMS, beginning with 08 or +62.',
  'phone.length': ({ digits }) => `A mobile number has 10 to 13 digits; ${digits} were typed.`,
  'email.form': () => 'This email address is not complete; for example nama@contoh.id.',

  'itap.missing': () =>
    'A foreigner needs an ITAP to hold a KTP-el. Please fill in the ITAP details.',
  'itap.number': () => 'An ITAP number has letters and digits. Please compare with the card.',
  'itap.expired': ({ validUntil }) =>
    `This ITAP was valid until ${longDate(validUntil, 'en')}. Please renew it first at the immigration office.`,
  'accompanying-adult.missing': ({ age }) =>
    `The applicant is ${age} years old. Please name the parent or guardian who came along.`,

  'biodata.very-old': ({ age }) =>
    `The age is ${age} years. Please make sure the year of birth is as on the KK.`,
  'biodata.married-young': ({ age }) =>
    `Married, or married before, at the age of ${age}. Please see the marriage book, the marriage certificate or the statement F-1.05.`,
  'biodata.nomor-kk-is-nik': () =>
    'The family card number equals the NIK. They are two numbers; please compare with the KK.',
  'biodata.accompanying-adult-is-resident': () =>
    'The NIK of the accompanying adult equals the applicant’s. Please give the adult’s own NIK.',
  'biodata.alone-under-eighteen': ({ age }) =>
    `The applicant is ${age} years old and came alone. If a parent or guardian is present, note the name; if not, the service goes on.`,
  'biodata.village-unknown': ({ village }) =>
    `The village code ${village} is not in the list. Please compare with the KK.`,
  'biodata.other-kecamatan': ({ village }) =>
    `The address (${village}) lies outside this kecamatan. Please ask whether the applicant has moved in.`,

  'eligibility.by-age': ({ age }) => `${age} years old: must have a KTP-el.`,
  'eligibility.by-marriage': () => 'Married, or married before: must have a KTP-el.',
  'eligibility.recorded-early': ({ age, cardFrom }) =>
    `${age} years old: can be recorded now. The card is handed over from ${longDate(cardFrom, 'en')}, at the age of 17.`,
  'eligibility.too-young': ({ recordedFrom, cardFrom }) =>
    `Cannot be recorded yet. Recording is possible from ${longDate(recordedFrom, 'en')} (age 16), and the card is handed over from ${longDate(cardFrom, 'en')} (age 17). If already married, please show the proof.`,
}

export const labels: FieldLabels = {
  biodata: 'Form',
  nik: 'NIK',
  nomorKk: 'Family card number (KK)',
  name: 'Full name',
  birthPlace: 'Place of birth',
  birthDate: 'Date of birth',
  sex: 'Sex',
  bloodType: 'Blood type',
  religion: 'Religion',
  maritalStatus: 'Marital status',
  occupation: 'Occupation',
  education: 'Highest education',
  citizenship: 'Citizenship',
  address: 'Address',
  'address.street': 'Street or dusun',
  'address.rt': 'RT',
  'address.rw': 'RW',
  'address.village': 'Village',
  'address.kodepos': 'Postcode',
  phone: 'Mobile number',
  email: 'Email',
  disability: 'Disability',
  shdk: 'Relation to the head of the family',
  itap: 'ITAP',
  'itap.number': 'ITAP number',
  'itap.validUntil': 'ITAP valid until',
  accompanyingAdult: 'Accompanying adult',
  'accompanyingAdult.name': 'Name of the accompanying adult',
  'accompanyingAdult.relation': 'Relation of the accompanying adult',
  'accompanyingAdult.nik': 'NIK of the accompanying adult',
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
