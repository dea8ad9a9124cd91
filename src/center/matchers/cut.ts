// Cut — a look over all partitions, cut where the whole gallery together is to be cut, though each tells
// only of its best.
//
// Of a partition that has a share of the gallery about that share of the wanted is to be expected: cases
// are numbered by chance. It tells of some more, and of all that can matter only where that was not
// enough, so that its work and its answer do not grow with the gallery of the others.

import type { KeepOf } from '../afis/best.ts'
import { partitionsMax } from '../limits.ts'
import type { AnswerBody, AskBody } from './asks.ts'
import { type Incomplete, isComplete } from './complete.ts'
import type { Partition } from './map.ts'
import type { Question, Scatter, Told } from './scatter.ts'

/** How many with which score. */
export type Counts = readonly (readonly [score: number, count: number])[]

/** What one answer says. */
export interface Reading {
  readonly counts: Counts
  /** Whoever has this score or a higher one is told of. */
  readonly floor: number
}

export interface CutNeeds<Act extends 'quick' | 'close', Read extends Reading> {
  readonly scatter: Scatter
  readonly act: Act
  readonly by: Pick<Question, 'parts' | 'isOutdated' | 'terms' | 'before'>
  /** Over all partitions together. */
  readonly wanted: number
  readonly keepOf: KeepOf
  /** How much of the gallery it is of which `keep` are told, where these are asked of one matcher. */
  readonly shareOf: (own: readonly Partition[]) => number
  readonly bodyOf: (keep: number) => AskBody
  readonly read: (told: Told<AnswerBody & { readonly act: Act }>, keep: number) => Read
}

export interface CutLook<Read> {
  readonly readings: readonly Read[]
  /** What the last of the wanted scored; 1 where there are not so many. */
  readonly least: number
  readonly told: readonly Told<unknown>[]
}

export async function cutLook<Act extends 'quick' | 'close', Read extends Reading>(
  needs: CutNeeds<Act, Read>,
): Promise<CutLook<Read> | Incomplete> {
  const { scatter, act, by, wanted, keepOf, shareOf, bodyOf, read } = needs
  const lookAt = async (
    parts: readonly Partition[],
    keepFor: (own: readonly Partition[]) => number,
  ) => {
    const asked = { ...by, parts }
    const { told, ...rest } = await scatter(act, {
      ...asked,
      bodyOf: (own) => bodyOf(keepFor(own)),
    })
    if (!isComplete(told, asked, by.terms.seqMin)) return { ...rest, told: undefined }
    return told.map((it) => ({ told: it, reading: read(it, keepFor(it.parts)) }))
  }
  const first = await lookAt(by.parts, (own) => keepOf(wanted, shareOf(own)))
  if (!Array.isArray(first)) return first
  const least = leastOf(
    first.flatMap((it) => it.reading.counts),
    wanted,
  )
  const short = first.filter((it) => it.reading.floor > least)
  // With all that can matter of these, the cut lies no lower than before: the others have told enough.
  const parts = short.flatMap((it) => it.told.parts)
  const more = parts.length === 0 ? [] : await lookAt(parts, () => wanted)
  if (!Array.isArray(more)) return more
  const all = [...first.filter((it) => !short.includes(it)), ...more]
  return {
    readings: all.map((it) => it.reading),
    least: leastOf(
      all.flatMap((it) => it.reading.counts),
      wanted,
    ),
    told: all.map((it) => it.told),
  }
}

/** Of the whole gallery. */
export function shareOf({ first, last }: Partition): number {
  return (last - first + 1) / partitionsMax
}

/** The score of the last of the wanted, best first; 1 until there are enough. */
function leastOf(counts: Counts, wanted: number): number {
  const byScore = new Map<number, number>()
  for (const [score, count] of counts) byScore.set(score, (byScore.get(score) ?? 0) + count)
  let left = wanted
  for (const [score, count] of [...byScore].toSorted(([a], [b]) => b - a)) {
    left -= count
    if (left <= 0) return score
  }
  return 1
}
