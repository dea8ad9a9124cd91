// Guards — what is looked for before a capture may leave the office: the mistakes of a busy counter.
//
//   finger-twice       one finger stands at two positions
//   operator-finger    an operator's own finger got into the record
//   already-recorded   this person lies in the office's own records already
//
// The center would find them days later, when the resident has gone home. Here a press again, or a
// supervisor who sends the case on with a reason, settles it while everybody is still there.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { fuseFingers, matchProbes, type Probe, thresholds } from '#finger'
import type { RecordedPerson } from '../records/gallery.ts'

export type GuardFinding =
  | { readonly guard: 'finger-twice'; readonly positions: readonly FingerPosition[] }
  | { readonly guard: 'operator-finger'; readonly positions: readonly FingerPosition[] }
  | { readonly guard: 'already-recorded'; readonly of: CaseId }

export type Probes = ReadonlyMap<FingerPosition, Probe>

/**
 * Hundreds of pairs are compared for one resident, so a pair has to be rarer among strangers than
 * one in 10,000: scores are natural log-likelihood ratios, and this much more is ten times rarer.
 */
const tenTimesRarer = Math.log(10)
export const pairScoreMin = thresholds.fingerFmr10000 + tenTimesRarer
export const personScoreMin = thresholds.personAdjudicateMin

/** Below this the lead fingers say plainly: somebody else. */
const leadScoreMin = 0
/** People compared before other work of the process gets its turn. */
const peoplePerTurn = 20

/** The positions that show a finger shown at another position, too; ascending. */
export function findTwice(probes: Probes): readonly FingerPosition[] {
  const all = [...probes]
  const twice = new Set<FingerPosition>()
  for (const [i, [position, probe]] of all.entries()) {
    for (const [other, otherProbe] of all.slice(i + 1)) {
      if (matchProbes(probe, otherProbe) < pairScoreMin) continue
      twice.add(position)
      twice.add(other)
    }
  }
  return [...twice].toSorted((a, b) => a - b)
}

/** The positions that show a finger of an operator, whichever of his ten it is; ascending. */
export function findOperatorFingers(
  probes: Probes,
  operators: readonly Probe[],
): readonly FingerPosition[] {
  return [...probes]
    .filter(([, probe]) => operators.some((it) => matchProbes(probe, it) >= pairScoreMin))
    .map(([position]) => position)
    .toSorted((a, b) => a - b)
}

export interface LikePerson {
  readonly caseId: CaseId
  readonly score: number
}

/** The recorded people who have these fingers, position by position; the likest first. */
export async function findRecorded(
  probes: Probes,
  people: Iterable<RecordedPerson>,
): Promise<readonly LikePerson[]> {
  const found: LikePerson[] = []
  let compared = 0
  for (const person of people) {
    const score = scoreOf(probes, person)
    if (score >= personScoreMin) found.push({ caseId: person.caseId, score })
    if (++compared % peoplePerTurn === 0) await new Promise((turn) => setImmediate(turn))
  }
  return found.toSorted((a, b) => b.score - a.score)
}

function scoreOf(probes: Probes, person: RecordedPerson): number {
  const leads = scoresOf(probes, person.leads)
  const fused = fuseFingers(leads)
  if (leads.length > 0 && fused < leadScoreMin) return fused
  return fuseFingers([...leads, ...scoresOf(probes, person.others())])
}

function scoresOf(probes: Probes, others: Probes): readonly number[] {
  return [...probes].flatMap(([position, probe]) => {
    const other = others.get(position)
    return other === undefined ? [] : [matchProbes(probe, other)]
  })
}
