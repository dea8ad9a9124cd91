// Newcomer probes — a newcomer's fingers made ready for the full matcher: once, though many shards of a
// thread are asked about the same person.

import type { FingerPosition } from '#enrollment/fingers'
import { type Probe, prepareProbe, readTemplate } from '#finger'
import { assert } from '#kit/assert'
import type { StoredFingers } from './gallery.ts'

export type NewcomerProbes = (newcomer: StoredFingers) => ReadonlyMap<FingerPosition, Probe>

/** As many as are searched for at the same time. */
const keptUsually = 8

export function createNewcomerProbes(keptMax = keptUsually): NewcomerProbes {
  let kept: { readonly newcomer: StoredFingers; readonly probes: ReturnType<NewcomerProbes> }[] = []
  return (newcomer) => {
    const known = kept.find((it) => isSame(it.newcomer, newcomer))
    if (known !== undefined) return known.probes
    const probes = new Map([...newcomer].map(([position, it]) => [position, probeOf(it)]))
    kept = [...kept, { newcomer, probes }].slice(-keptMax)
    return probes
  }
}

export function probeOf(bytes: Uint8Array): Probe {
  const read = readTemplate(bytes)
  assert(read.ok, 'a template that was written here can be read here')
  return prepareProbe(read.value)
}

function isSame(one: StoredFingers, other: StoredFingers): boolean {
  return (
    one.size === other.size &&
    [...one].every(([position, bytes]) => {
      const also = other.get(position)
      return also !== undefined && Buffer.compare(bytes, also) === 0
    })
  )
}
