// Complete — whether all of the gallery has answered, at the state that was asked for.

import { type Partition, partitionName } from './map.ts'
import type { Told } from './scatter.ts'

/** What is there of a search that not all of the gallery answered. */
export interface Incomplete {
  readonly told: undefined
  readonly missing: readonly string[]
  readonly isMapStale: boolean
}

export function isIncomplete(it: unknown): it is Incomplete {
  return typeof it === 'object' && it !== null && 'told' in it && it.told === undefined
}

/**
 * Nobody is left out: whoever is missing may be the very person who comes a second time. Every partition
 * that was asked about has answered, at the state that was asked for or a later one.
 */
export function isComplete(
  told: readonly Told<unknown>[],
  { parts }: { readonly parts: readonly Partition[] },
  seqMin: number,
): boolean {
  const searched = told.flatMap((it) => it.searched).filter((it) => it.seq >= seqMin)
  const answered = new Set(searched.map((it) => it.partition))
  return parts.every((it) => answered.has(partitionName(it)))
}
