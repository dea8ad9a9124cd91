// Search — one against all: ten fingers, position by position, fused into one score a person.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { fuseFingers, matchProbes } from '#finger'
import { type Fingers, type Gallery, type Probes, prepareFingers } from './gallery.ts'

export interface Found {
  readonly caseId: CaseId
  /** Fused over the fingers that both people have. */
  readonly score: number
  readonly fingers: readonly { readonly position: FingerPosition; readonly score: number }[]
}

export interface SearchAnswer {
  /** The people of the gallery who resemble the newcomer, best first. */
  readonly found: readonly Found[]
  /** Who has a finger at a position where the newcomer has one. */
  readonly comparedPeople: number
}

export interface SearchLimits {
  /** Weaker candidates than this are not worth a look. */
  readonly scoreMin: number
  readonly candidatesMax: number
}

/** People compared before other work of the process gets its turn. */
const peoplePerTurn = 2

/** Compares the newcomer with everybody in the gallery. */
export async function search(
  newcomer: Fingers,
  gallery: Gallery,
  limits: SearchLimits,
): Promise<SearchAnswer> {
  const probes = prepareFingers(newcomer)
  const found: Found[] = []
  let comparedPeople = 0
  let seen = 0
  for (const [caseId, fingers] of gallery.people()) {
    const candidate = comparePrepared(caseId, probes, fingers)
    if (candidate.fingers.length > 0) comparedPeople++
    if (candidate.score >= limits.scoreMin) found.push(candidate)
    if (++seen % peoplePerTurn === 0) await new Promise((turn) => setImmediate(turn))
  }
  const best = found
    .toSorted((a, b) => b.score - a.score || (a.caseId < b.caseId ? -1 : 1))
    .slice(0, limits.candidatesMax)
  return { found: best, comparedPeople }
}

/** One against one: the same comparison, for a record that must be this person's own. */
export function compare(newcomer: Fingers, caseId: CaseId, fingers: Fingers): Found {
  return comparePrepared(caseId, prepareFingers(newcomer), prepareFingers(fingers))
}

function comparePrepared(caseId: CaseId, newcomer: Probes, recorded: Probes): Found {
  const scores: { position: FingerPosition; score: number }[] = []
  for (const [position, probe] of newcomer) {
    const other = recorded.get(position)
    if (other !== undefined) scores.push({ position, score: matchProbes(probe, other) })
  }
  return { caseId, score: fuseFingers(scores.map((it) => it.score)), fingers: scores }
}
