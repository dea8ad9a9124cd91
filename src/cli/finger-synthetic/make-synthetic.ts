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
export function* makeSynthetic({ persons, visits, difficulty }: SyntheticAsked): Generator<Visit> {
  for (let person = 1; person <= persons; person++) {
    const name = `S${String(person).padStart(2, '0')}`
    for (const position of fingerPositions) {
      const grown = syntheticPersonFinger(name, position)
      const finger = `${name}-${position}`
      for (let visit = 1; visit <= visits; visit++) {
        const image = impressionOf(grown, `${finger}/${visit}`, { difficulty })
        yield { finger, visit, image }
      }
    }
  }
}
