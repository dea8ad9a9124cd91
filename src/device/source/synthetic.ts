// Synthetic — a person who does not exist, grown from a seed; each press is a new impression.

import { impressionOf, type SyntheticFinger, syntheticPersonFinger } from '#finger'
import type { FingerPosition } from '#formats/iso19794-4'
import { grownPersonsMax } from '../limits.ts'
import type { FingerSource } from './finger-source.ts'
import type { SyntheticPerson } from './person.ts'

/** Remembers grown fingers: growing one takes half a second, pressing it a tenth of that. */
export interface Garden {
  source(person: SyntheticPerson): FingerSource
}

export function plantGarden(): Garden {
  const grown = new Map<string, Map<FingerPosition, SyntheticFinger>>()

  function fingersOf(person: string): Map<FingerPosition, SyntheticFinger> {
    const fingers = grown.get(person) ?? new Map<FingerPosition, SyntheticFinger>()
    // Put last again: the one who was here longest ago is forgotten first.
    grown.delete(person)
    grown.set(person, fingers)
    for (const oldest of grown.keys()) {
      if (grown.size <= grownPersonsMax) break
      grown.delete(oldest)
    }
    return fingers
  }

  return {
    source: ({ person, visit }) => ({
      varies: true,
      async press(position, attempt) {
        const fingers = fingersOf(person)
        const finger = fingers.get(position) ?? syntheticPersonFinger(person, position)
        fingers.set(position, finger)
        return impressionOf(finger, `${visit}/${attempt}`)
      },
    }),
  }
}
