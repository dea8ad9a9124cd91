// Make synthetic — persons of ten fingers at several visits, picture by picture.

import { impressionOf, syntheticPersonFinger } from '#finger'
import type { GrayImage } from '#formats/gray-image'
import { fingerPositions } from '#formats/iso19794-4'

export interface Visit {
  /** Such as S01-3: the pictures of one finger share it. */
  readonly finger: string
  /** Counted from 1. */
  readonly visit: number
  readonly image: GrayImage
}

export interface SyntheticAsked {
  readonly persons: number
  readonly visits: number
  readonly difficulty: number
}

/** One after the other, so that a thousand persons need no more memory than one. */
export function* makeSynthetic(asked: SyntheticAsked): Generator<Visit> {
  for (let person = 1; person <= asked.persons; person++) {
    yield* visitsOf(`S${String(person).padStart(2, '0')}`, asked)
  }
}

/** The ten fingers of one person: who has the same name has the same fingers. */
export function* visitsOf(
  person: string,
  { visits, difficulty }: Omit<SyntheticAsked, 'persons'>,
): Generator<Visit> {
  for (const position of fingerPositions) {
    const grown = syntheticPersonFinger(person, position)
    for (let visit = 1; visit <= visits; visit++) {
      const image = impressionOf(grown, `visit ${visit}`, { difficulty })
      yield { finger: `${person}-${position}`, visit, image }
    }
  }
}
