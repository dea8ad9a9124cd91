// Code lists — what F-1.01, F-1.02 and the card let be ticked (Permendagri 109/2019).

import { type CodeList, codeList } from './code-list.ts'

export const sexes = codeList('sex', [
  ['male', 'LAKI-LAKI', 'Male'],
  ['female', 'PEREMPUAN', 'Female'],
])
export type Sex = ValueOf<typeof sexes>

export const bloodTypes = codeList('blood-type', [
  ['A', 'A', 'A'],
  ['B', 'B', 'B'],
  ['AB', 'AB', 'AB'],
  ['O', 'O', 'O'],
  ['A+', 'A+', 'A+'],
  ['A-', 'A-', 'A-'],
  ['B+', 'B+', 'B+'],
  ['B-', 'B-', 'B-'],
  ['AB+', 'AB+', 'AB+'],
  ['AB-', 'AB-', 'AB-'],
  ['O+', 'O+', 'O+'],
  ['O-', 'O-', 'O-'],
  ['unknown', 'TIDAK TAHU', 'Not known'],
])
export type BloodType = ValueOf<typeof bloodTypes>

export const religions = codeList('religion', [
  ['islam', 'ISLAM', 'Islam'],
  ['protestant', 'KRISTEN', 'Protestant'],
  ['catholic', 'KATHOLIK', 'Catholic'],
  ['hindu', 'HINDU', 'Hindu'],
  ['buddhist', 'BUDHA', 'Buddhist'],
  ['confucian', 'KHONGHUCU', 'Confucian'],
  // On the card since the Constitutional Court's ruling 97/PUU-XIV/2016.
  ['kepercayaan', 'KEPERCAYAAN TERHADAP TUHAN YME', 'Belief in the One Almighty God'],
])
export type Religion = ValueOf<typeof religions>

/** The six of the forms and of the KK; the card knows four, see `cardMaritalStatusOf`. */
export const maritalStatuses = codeList('marital-status', [
  ['never-married', 'BELUM KAWIN', 'Never married'],
  ['married-registered', 'KAWIN TERCATAT', 'Married, registered'],
  ['married-unregistered', 'KAWIN BELUM TERCATAT', 'Married, not yet registered'],
  ['divorced-registered', 'CERAI HIDUP TERCATAT', 'Divorced, registered'],
  ['divorced-unregistered', 'CERAI HIDUP BELUM TERCATAT', 'Divorced, not yet registered'],
  ['widowed', 'CERAI MATI', 'Widowed'],
])
export type MaritalStatus = ValueOf<typeof maritalStatuses>

export const cardMaritalStatuses = codeList('card-marital-status', [
  ['never-married', 'BELUM KAWIN', 'Never married'],
  ['married', 'KAWIN', 'Married'],
  ['divorced', 'CERAI HIDUP', 'Divorced'],
  ['widowed', 'CERAI MATI', 'Widowed'],
])
export type CardMaritalStatus = ValueOf<typeof cardMaritalStatuses>

/** SHDK — status hubungan dalam keluarga, what one is to the head of the family. */
export const shdkList = codeList('shdk', [
  ['head', 'KEPALA KELUARGA', 'Head of the family'],
  ['husband', 'SUAMI', 'Husband'],
  ['wife', 'ISTRI', 'Wife'],
  ['child', 'ANAK', 'Child'],
  ['child-in-law', 'MENANTU', 'Child-in-law'],
  ['grandchild', 'CUCU', 'Grandchild'],
  ['parent', 'ORANGTUA', 'Parent'],
  ['parent-in-law', 'MERTUA', 'Parent-in-law'],
  ['other-relative', 'FAMILI LAIN', 'Other relative'],
  ['domestic-worker', 'PEMBANTU', 'Domestic worker'],
  ['other', 'LAINNYA', 'Other'],
])
export type Shdk = ValueOf<typeof shdkList>

export const educations = codeList('education', [
  ['none', 'TIDAK/BELUM SEKOLAH', 'No schooling or not yet'],
  ['primary-unfinished', 'BELUM TAMAT SD/SEDERAJAT', 'Primary school not finished'],
  ['primary', 'TAMAT SD/SEDERAJAT', 'Primary school'],
  ['junior-secondary', 'SLTP/SEDERAJAT', 'Junior secondary school'],
  ['senior-secondary', 'SLTA/SEDERAJAT', 'Senior secondary school'],
  ['diploma-1-2', 'DIPLOMA I/II', 'Diploma I or II'],
  ['diploma-3', 'AKADEMI/DIPLOMA III/S. MUDA', 'Academy or diploma III'],
  ['bachelor', 'DIPLOMA IV/STRATA I', 'Diploma IV or bachelor'],
  ['master', 'STRATA II', 'Master'],
  ['doctor', 'STRATA III', 'Doctor'],
])
export type Education = ValueOf<typeof educations>

/** The form still prints CACAT; a screen says disabilitas. */
export const disabilities = codeList('disability', [
  ['physical', 'CACAT FISIK', 'Physical', 'Disabilitas fisik'],
  ['blind', 'CACAT NETRA/BUTA', 'Blind', 'Disabilitas netra'],
  ['deaf', 'CACAT RUNGU/WICARA', 'Deaf or without speech', 'Disabilitas rungu/wicara'],
  ['mental', 'CACAT MENTAL/JIWA', 'Mental', 'Disabilitas mental'],
  [
    'physical-and-mental',
    'CACAT FISIK DAN MENTAL',
    'Physical and mental',
    'Disabilitas fisik dan mental',
  ],
  ['other', 'CACAT LAINNYA', 'Other', 'Disabilitas lainnya'],
  ['none', 'TIDAK CACAT', 'None', 'Tanpa disabilitas'],
])
export type Disability = ValueOf<typeof disabilities>

/** WNI, a citizen; OA, orang asing, a foreigner, who needs an ITAP to hold a card. */
export const citizenships = codeList('citizenship', [
  ['wni', 'WNI', 'Indonesian citizen', 'WNI'],
  ['oa', 'OA', 'Foreigner with a permanent stay permit (ITAP)', 'Orang asing (ITAP)'],
])
export type Citizenship = ValueOf<typeof citizenships>

const cardStatus: Record<MaritalStatus, CardMaritalStatus> = {
  'never-married': 'never-married',
  'married-registered': 'married',
  'married-unregistered': 'married',
  'divorced-registered': 'divorced',
  'divorced-unregistered': 'divorced',
  widowed: 'widowed',
}

/** What the card prints of the form's six. */
export function cardMaritalStatusOf(status: MaritalStatus): CardMaritalStatus {
  return cardStatus[status]
}

/** What the card prints of a blood type: a dash where it is not known. */
export function cardBloodTypeOf(bloodType: BloodType): string {
  return bloodType === 'unknown' ? '-' : bloodType
}

export function hasEverMarried(status: MaritalStatus): boolean {
  return status !== 'never-married'
}

type ValueOf<List> = List extends CodeList<infer Value> ? Value : never
