// Looks — how a matcher answers: the three looks of a search over the copies that it is asked about.

import { bestOf, floorOf, type Hit } from '../afis/best.ts'
import type { Labeling } from '../afis/labelings.ts'
import { bestPeople } from '../afis/plan.ts'
import { keptLooksMax } from '../limits.ts'
import { type AnswerBody, type AskBody, type QuickTerms, readHits, writeHits } from './asks.ts'
import type { Copy } from './copy.ts'
import { copyKey } from './map.ts'

export type Looks = (copies: readonly Copy[], body: AskBody) => Promise<AnswerBody>

type CloseBody = AskBody & { readonly act: 'close' }

/** Whom the quick look of a late search found in a copy. */
interface KeptLook {
  readonly copy: Copy
  readonly keep: number
  readonly hits: Promise<readonly Hit[]>
}

const nobody: Promise<readonly Hit[]> = Promise.resolve([])

export function createLooks(): Looks {
  /** By search and copy; the oldest are forgotten. */
  const kept = new Map<string, KeptLook>()
  const keyOf = ({ search }: QuickTerms, copy: Copy) => `${search} ${copyKey(copy.name)}`

  const quickLook = (copy: Copy, terms: QuickTerms, keep: number): KeptLook => {
    const key = keyOf(terms, copy)
    const before = kept.get(key)
    // A copy that was loaded anew has everybody at other places.
    if (before?.copy === copy && before.keep >= keep) return before
    const isAnybodyNew = copy.state.lastSeq > terms.afterSeq
    const found = isAnybodyNew ? copy.shard.quickLook(terms.ask, keep, terms.afterSeq) : nobody
    const look = { copy, keep, hits: found }
    kept.set(key, look)
    look.hits.catch(() => kept.delete(key))
    for (const old of kept.keys()) {
      if (kept.size <= keptLooksMax) break
      kept.delete(old)
    }
    return look
  }
  const closeLook = async (copy: Copy, { quick, least, ask }: CloseBody) => {
    const before = kept.get(keyOf(quick, copy))
    const isEnough = before?.copy === copy && floorOf(await before.hits, before.keep) <= least
    const { hits } = isEnough ? before : quickLook(copy, quick, quick.wanted)
    kept.delete(keyOf(quick, copy))
    const near = (await hits).filter((it) => it.score >= least)
    return near.length === 0 ? [] : copy.shard.closeLook(ask, near)
  }

  return async (copies, body) => {
    switch (body.act) {
      case 'state':
        return {
          act: 'state',
          states: copies.map(({ state: { visits, people, positions } }) => ({
            ...{ visits, people },
            positions: [...positions],
          })),
        }
      case 'quick': {
        const { quick, keep } = body
        const found = await Promise.all(copies.map((it) => quickLook(it, quick, keep).hits))
        const floor = Math.max(...found.map((it) => floorOf(it, keep)))
        return { act: 'quick', counts: countsOf(found), floor }
      }
      case 'close': {
        const found = await Promise.all(copies.map((it) => closeLook(it, body)))
        const floor = floorOf(bestOf(found, body.keep), body.keep)
        const told = found.map((hits) => hits.filter((it) => it.score >= floor))
        return { act: 'close', hits: told.map(writeHits) }
      }
      case 'match': {
        const newcomer = new Map(body.newcomer)
        const found = await Promise.all(
          copies.map((copy, nth) => {
            const visits = readHits(body.hits[nth]!).map(({ at, seq, hypothesis }) => ({
              at,
              seq,
              labelings: labelingsFor(body.labelings, hypothesis),
            }))
            return copy.shard.match({ newcomer, visits })
          }),
        )
        return { act: 'match', found: bestPeople(found.flat(), body) }
      }
    }
  }
}

/** As said, and the one that explained it best. */
function labelingsFor(labelings: readonly Labeling[], hypothesis: number): readonly Labeling[] {
  return [...new Set([labelings[0]!, labelings[hypothesis]!])]
}

function countsOf(found: readonly (readonly Hit[])[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>()
  for (const { score } of found.flat()) counts.set(score, (counts.get(score) ?? 0) + 1)
  return [...counts]
}
