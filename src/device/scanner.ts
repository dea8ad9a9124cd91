// Scanner — the state of the stand-in: who stands there, what lies on the glass, whether it is busy.

import type { DeviceStatus } from '#formats/sbi'
import { visitMax } from './limits.ts'
import { type Platen, platenFor } from './platen.ts'
import type { FingerSource } from './source/finger-source.ts'
import { firstPerson, type Person } from './source/person.ts'

export interface Scanner {
  person(): Person
  /** Somebody else, or the same again, steps up: nothing lies on the glass yet. */
  put(person: Person): void
  /** How often this synthetic person was here; 0 where never. */
  visitsOf(person: string): number
  platen(): Platen
  status(): DeviceStatus
  isCapturing(): boolean
  /** Runs one capture; undefined, without running it, while another runs. */
  whileCapturing<Value>(capture: () => Promise<Value>): Promise<Value | undefined>
  /** The same for the one preview that there can be. */
  whileStreaming<Value>(stream: () => Promise<Value>): Promise<Value | undefined>
  isStreaming(): boolean
}

export function openScanner(sourceOf: (person: Person) => FingerSource): Scanner {
  const visits = new Map<string, number>()
  let person: Person = firstPerson
  let platen = platenFor(sourceOf(person))
  let capturing = false
  let streaming = false
  const remember = (it: Person) => {
    if (it.kind !== 'synthetic') return
    visits.set(it.person, Math.min(visitMax, Math.max(it.visit, visits.get(it.person) ?? 0)))
  }
  remember(person)
  return {
    person: () => person,
    put(next) {
      person = next
      platen = platenFor(sourceOf(next))
      remember(next)
    },
    visitsOf: (it) => visits.get(it) ?? 0,
    platen: () => platen,
    status: () => (capturing ? 'Busy' : 'Ready'),
    isCapturing: () => capturing,
    async whileCapturing(capture) {
      if (capturing) return undefined
      capturing = true
      return capture().finally(() => {
        capturing = false
      })
    },
    isStreaming: () => streaming,
    async whileStreaming(stream) {
      if (streaming) return undefined
      streaming = true
      return stream().finally(() => {
        streaming = false
      })
    },
  }
}
