// Prepare — the questions asked, and the list they lead to.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ApplicantFacts, type Checklist, checklistOf, serviceStandard } from '#standard'
import {
  type Answers,
  addressOf,
  ageChoices,
  findChecklist,
  nextQuestion,
  questionsFor,
  readAnswers,
  whoChoices,
} from './prepare.ts'

const services = serviceStandard.services.map(({ type }) => type)

/** All ways through the questions of a service. */
function waysThrough(service: (typeof services)[number]): Answers[] {
  const ages = questionsFor(service).includes('age') ? ageChoices() : [undefined]
  const whos = questionsFor(service).includes('who') ? whoChoices(service) : [undefined]
  return ages.flatMap((age) =>
    whos.map((who) => ({ service, ...(age && { age }), ...(who && { who }) })),
  )
}

const gist = ({ items, outcome }: Checklist) =>
  JSON.stringify([
    items.map((item) => [item.state, item.requirement.id, 'document' in item && item.document]),
    outcome.type,
  ])

describe('every resident finds exactly the own list', () => {
  const resident: fc.Arbitrary<ApplicantFacts> = fc.record({
    ageYears: fc.constantFrom(0, 15, 16, 17, 22, 80),
    everMarried: fc.boolean(),
    citizenship: fc.constantFrom('wni', 'oa'),
    hasIjazah: fc.boolean(),
    movedFrom: fc.constantFrom('within-the-country', 'abroad'),
  })

  test.each(services.map((service) => [service] as const))('who comes for %s', (service) => {
    const lists = waysThrough(service).map((answers) =>
      gist(findChecklist(answers, serviceStandard) as Checklist),
    )
    fc.assert(
      fc.property(resident, (facts) => {
        expect(lists).toContain(gist(checklistOf(service, facts)))
      }),
    )
  })

  test('and no answer is asked for in vain: other answers, another list', () => {
    for (const service of services) {
      const lists = waysThrough(service).map((answers) =>
        gist(findChecklist(answers, serviceStandard) as Checklist),
      )
      expect(new Set(lists).size).toBe(lists.length)
    }
  })
})

test('a new card takes three questions, a lost one a single one', () => {
  expect(questionsFor('new')).toEqual(['service', 'age', 'who'])
  expect(questionsFor('lost')).toEqual(['service'])
  expect(nextQuestion({ service: 'new', age: 'adult' })).toBe('who')
  expect(nextQuestion({ service: 'lost' })).toBeUndefined()
  expect(findChecklist({ service: 'new', age: 'adult' }, serviceStandard)).toBeUndefined()
})

test('without an ijazah one brings the statement in its place', () => {
  const list = findChecklist({ service: 'new', age: 'adult', who: 'unschooled' }, serviceStandard)
  const documents = list?.items.map((item) => item.state === 'bring' && item.document)
  expect(documents).toContain('no-document-statement')
  expect(documents).not.toContain('ijazah')
})

test('the answers stand in the address, so that back leads back and a link can be sent', () => {
  for (const answers of services.flatMap(waysThrough)) {
    const { searchParams } = new URL(addressOf(answers), 'http://x')
    expect(readAnswers(searchParams, serviceStandard)).toEqual(answers)
  }
  expect(addressOf({})).toBe('/siapkan')
})

test('an address written by anybody leads to a question, never to a wrong list', () => {
  const read = (text: string) => readAnswers(new URLSearchParams(text), serviceStandard)
  expect(read('keperluan=passport')).toEqual({})
  expect(read('usia=adult&keadaan=schooled')).toEqual({})
  expect(read('keperluan=lost&usia=adult&keadaan=schooled')).toEqual({ service: 'lost' })
  expect(read('keperluan=new&keadaan=citizen-abroad')).toEqual({ service: 'new' })
})
