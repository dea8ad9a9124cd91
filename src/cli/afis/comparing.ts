// Comparing — probes against one person after the other by the full matcher alone: every finger with
// every finger that it may be.

import type { CaseId } from '#enrollment/events'
import { type FingerPosition, fingerPositions } from '#enrollment/fingers'
import { fuseFingers, matchProbes, type Probe, prepareProbe, readTemplate } from '#finger'
import { assert } from '#kit/assert'

/** Probes as a thread takes them; several may hold the same print. */
export interface Lineup {
  readonly prints: readonly Uint8Array[]
  readonly probes: readonly LineupProbe[]
}

export interface LineupProbe {
  /** Each a way to lay its prints (by number) beside recorded fingers. */
  readonly labelings: readonly (readonly (readonly [print: number, recorded: FingerPosition])[])[]
  /** Undefined where nobody could be enrolled. */
  readonly mate: Scored | undefined
}

export interface Scored {
  readonly caseId: CaseId
  readonly score: number
}

export interface Compared {
  /** One a probe: by its best labeling. */
  readonly scores: Float64Array
  /** Ten a print, by recorded position; NaN where none was compared. */
  readonly pairs: Float64Array
}

export type Comparer = (recorded: ReadonlyMap<FingerPosition, Uint8Array>) => Compared

const slots = fingerPositions.length

/** The scores are those that the gallery's last look gives whom it sees under these labelings. */
export function createComparer({ prints, probes }: Lineup): Comparer {
  const ready = prints.map(probeOf)
  const labelings = probes.map((probe) =>
    probe.labelings.map((it) => it.map(([print, recorded]) => print * slots + recorded - 1)),
  )
  const wanted = [...new Set(labelings.flat(2))].toSorted((a, b) => a - b)
  return (recorded) => {
    const others = fingerPositions.map((it) => {
      const stored = recorded.get(it)
      return stored && probeOf(stored)
    })
    const pairs = new Float64Array(prints.length * slots).fill(Number.NaN)
    for (const at of wanted) {
      const other = others[at % slots]
      if (other !== undefined) pairs[at] = matchProbes(ready[Math.floor(at / slots)]!, other)
    }
    return { scores: Float64Array.from(labelings, (all) => bestOf(all, pairs)), pairs }
  }
}

function bestOf(labelings: readonly (readonly number[])[], pairs: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY
  for (const labeling of labelings) {
    const scores = labeling.map((at) => pairs[at]!).filter((it) => !Number.isNaN(it))
    best = Math.max(best, fuseFingers(scores))
  }
  return best
}

function probeOf(bytes: Uint8Array): Probe {
  const read = readTemplate(bytes)
  assert(read.ok, 'a template that was written here')
  return prepareProbe(read.value)
}
