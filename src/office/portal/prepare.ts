// Prepare — from two or three answers to the facts that decide a resident's checklist.
//
// A question is asked only for a service whose list depends on it; a test goes through all
// residents there can be and finds each one's list behind some answers.

import {
  type ApplicantFacts,
  type Checklist,
  checklistOf,
  type ServiceStandard,
  type ServiceType,
} from '#standard'

export type AgeAnswer = 'adult' | 'married' | 'early' | 'child'

export type WhoAnswer =
  | 'schooled'
  | 'unschooled'
  | 'foreigner'
  | 'citizen-within'
  | 'citizen-abroad'
  | 'foreigner-within'
  | 'foreigner-abroad'

export interface Answers {
  readonly service?: ServiceType
  readonly age?: AgeAnswer
  readonly who?: WhoAnswer
}

export type Question = keyof Answers

const ageAnswers: readonly AgeAnswer[] = ['adult', 'married', 'early', 'child']

const agesAskedFor: readonly ServiceType[] = ['new']

const whoAnswers: Readonly<Partial<Record<ServiceType, readonly WhoAnswer[]>>> = {
  new: ['schooled', 'unschooled', 'foreigner'],
  'moved-in': ['citizen-within', 'citizen-abroad', 'foreigner-within', 'foreigner-abroad'],
}

const whoFacts = {
  schooled: { citizenship: 'wni', hasIjazah: true },
  unschooled: { citizenship: 'wni', hasIjazah: false },
  foreigner: { citizenship: 'oa', hasIjazah: true },
  'citizen-within': { citizenship: 'wni', hasIjazah: true, movedFrom: 'within-the-country' },
  'citizen-abroad': { citizenship: 'wni', hasIjazah: true, movedFrom: 'abroad' },
  'foreigner-within': { citizenship: 'oa', hasIjazah: true, movedFrom: 'within-the-country' },
  'foreigner-abroad': { citizenship: 'oa', hasIjazah: true, movedFrom: 'abroad' },
} as const satisfies Record<WhoAnswer, Omit<ApplicantFacts, 'ageYears' | 'everMarried'>>

/** The questions for a service, in order; before a service is chosen, as for the longest way. */
export function questionsFor(service: ServiceType | undefined): readonly Question[] {
  if (service === undefined) return ['service', 'age', 'who']
  const questions: Question[] = ['service']
  if (agesAskedFor.includes(service)) questions.push('age')
  if (whoAnswers[service] !== undefined) questions.push('who')
  return questions
}

/** The first question not answered yet; undefined once the list is certain. */
export function nextQuestion(answers: Answers): Question | undefined {
  return questionsFor(answers.service).find((question) => answers[question] === undefined)
}

export function ageChoices(): readonly AgeAnswer[] {
  return ageAnswers
}

export function whoChoices(service: ServiceType): readonly WhoAnswer[] {
  return whoAnswers[service] ?? []
}

/** Reads the answers out of an address; what it does not know counts as not answered. */
export function readAnswers(search: URLSearchParams, standard: ServiceStandard): Answers {
  const service = standard.services.find(({ type }) => type === search.get('keperluan'))?.type
  if (service === undefined) return {}
  const age = agesAskedFor.includes(service)
    ? ageAnswers.find((it) => it === search.get('usia'))
    : undefined
  const who = whoChoices(service).find((it) => it === search.get('keadaan'))
  return { service, ...(age && { age }), ...(who && { who }) }
}

export function addressOf({ service, age, who }: Answers): string {
  const search = new URLSearchParams()
  if (service !== undefined) search.set('keperluan', service)
  if (age !== undefined) search.set('usia', age)
  if (who !== undefined) search.set('keadaan', who)
  const text = search.toString()
  return text === '' ? '/siapkan' : `/siapkan?${text}`
}

/** The list itself; undefined while a question is open. */
export function findChecklist(answers: Answers, standard: ServiceStandard): Checklist | undefined {
  const { service, age = 'adult', who = 'schooled' } = answers
  if (service === undefined || nextQuestion(answers) !== undefined) return undefined
  return checklistOf(service, { ...ageFacts(age, standard), ...whoFacts[who] }, standard)
}

function ageFacts(age: AgeAnswer, { ages }: ServiceStandard) {
  const years = {
    adult: ages.card,
    married: ages.earlyRecording,
    early: ages.earlyRecording,
    child: ages.earlyRecording - 1,
  }
  return { ageYears: years[age], everMarried: age === 'married' }
}
