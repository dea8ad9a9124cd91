// Population — as many people as a load test asks for, with fingers that belong to nobody.
//
// Anybody can be made again alone: a person depends on the seed, the donors and the own number only.

import { type FingerPosition, fingerPositions } from '#formats/finger-position'
import { assert } from '#kit/assert'
import { type Seeded, seeded } from '#kit/seeded'
import type { FingerTemplate } from '../template/finger-template.ts'
import { donorOf } from './donor.ts'
import { companyOf } from './fill.ts'
import { mirrorTemplate } from './mirror.ts'
import { newFinger } from './new-finger.ts'
import * as parameters from './parameters.ts'

/** Raised with every change after which a seed gives other donors or other people. */
export const populationVersion = 2

/** Prints with their ridge flow. */
export interface PopulationDonors {
  /** Skin that new fingers are made of. */
  readonly fingers: readonly FingerTemplate[]
  /** What a new finger shows of it, how large and how densely; the fingers where not given. */
  readonly footprints?: readonly FingerTemplate[]
}

export interface Population {
  /** Two to ten fingers, ten for nearly everybody. */
  person(number: number): ReadonlyMap<FingerPosition, FingerTemplate>
  /** One finger of this person, whether the person has it or not. */
  finger(number: number, position: FingerPosition): FingerTemplate
}

export function createPopulation(asked: {
  readonly seed: string
  readonly donors: PopulationDonors
}): Population {
  const withMirrored = (all: readonly FingerTemplate[]) =>
    all.flatMap((it) => [donorOf(it), donorOf(mirrorTemplate(it))])
  const fingers = withMirrored(asked.donors.fingers)
  const footprints = asked.donors.footprints && withMirrored(asked.donors.footprints)
  assert(fingers.length > 0 && footprints?.length !== 0, 'a population has donors')
  const donors = { fingers, footprints: footprints ?? fingers, company: companyOf(fingers) }
  const finger = (number: number, position: FingerPosition) =>
    newFinger(donors, seeded(`population/${asked.seed}/${number}/${position}`))
  const person = (number: number) => {
    const has = positionsOf(seeded(`population/${asked.seed}/${number}`))
    return new Map(has.map((position) => [position, finger(number, position)]))
  }
  return { person, finger }
}

function positionsOf(chance: Seeded): readonly FingerPosition[] {
  const { lackingShare, fingersMin } = parameters.persons
  if (chance.unit() >= lackingShare) return fingerPositions
  const has = [...fingerPositions]
  const count = fingersMin + chance.below(fingerPositions.length - fingersMin)
  while (has.length > count) has.splice(chance.below(has.length), 1)
  return has
}
