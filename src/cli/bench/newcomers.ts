// Newcomers — people who come into the gallery of a bench while it is measured.

import type { GalleryEntry } from '#center'
import { type Population, writeTemplate } from '#finger'
import { caseOfPerson } from '../afis/case-of-person.ts'

/** Of all people of the bench. */
export const seed = 'bench'
/** People put into the full gallery with the clock running. */
const count = 300

/** People who are neither in the gallery nor searched for; numbered after `lastSeq`. */
export function newcomers(
  population: Population,
  persons: number,
  lastSeq: number,
): GalleryEntry[] {
  return Array.from({ length: count }, (_, k) => {
    const person = 2 * persons + k
    const caseId = caseOfPerson(`${seed} later`, person)
    const made = [...population.person(person)]
    const fingers = new Map(made.map(([position, it]) => [position, writeTemplate(it)] as const))
    return { seq: lastSeq + 1 + k, caseId, personId: caseId, fingers }
  })
}
