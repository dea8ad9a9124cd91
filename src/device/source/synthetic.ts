// Synthetic — a person who does not exist, grown from a seed; each press is a new impression.

import { setTimeout as pause } from 'node:timers/promises'
import { impressionOf, type SyntheticFinger, syntheticPersonFinger } from '#finger'
import { type FingerPosition, fingerPositions } from '#formats/iso19794-4'
import { growAheadRestMs, grownPersonsMax } from '../limits.ts'
import type { FingerSource } from './finger-source.ts'
import type { SyntheticPerson } from './person.ts'

/**
 * Remembers grown fingers: growing one takes half a second, pressing it a tenth of that. Whoever
 * stands there last has the rest grown ahead, one after another, until `stopped`.
 */
export interface Garden {
  source(person: SyntheticPerson): FingerSource
}

export interface GardenNeeds {
  readonly stopped: AbortSignal
  /** Between two fingers grown ahead; the usual rest if not said. */
  readonly restMs?: number
  readonly grow?: typeof syntheticPersonFinger
}

export function plantGarden(needs: GardenNeeds): Garden {
  const { stopped, restMs = growAheadRestMs, grow = syntheticPersonFinger } = needs
  let standing = ''
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

  function fingerOf(person: string, position: FingerPosition): SyntheticFinger {
    const fingers = fingersOf(person)
    const finger = fingers.get(position) ?? grow(person, position)
    fingers.set(position, finger)
    return finger
  }

  async function growAhead(person: string): Promise<void> {
    for (const position of fingerPositions) {
      await pause(restMs, undefined, { signal: stopped, ref: false })
      if (standing !== person) return
      fingerOf(person, position)
    }
  }

  return {
    source({ person, visit }) {
      const isNew = standing !== person
      standing = person
      // It ends by being stopped, and whatever else may be wrong shows when a finger is pressed.
      if (isNew && !stopped.aborted) growAhead(person).catch(() => {})
      return {
        varies: true,
        press: async (position, attempt) =>
          impressionOf(fingerOf(person, position), `${visit}/${attempt}`),
      }
    },
  }
}
