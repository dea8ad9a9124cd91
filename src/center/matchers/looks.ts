// Looks — how a matcher answers: the three looks of a search over the copies that it is asked about.

import { bestOf, type Hit } from '../afis/best.ts'
import type { Labeling } from '../afis/labelings.ts'
import { keptLooksMax } from '../limits.ts'
import { type AnswerBody, type AskBody, type QuickTerms, readHits, writeHits } from './asks.ts'
import type { Copy } from './copy.ts'
import { copyKey } from './map.ts'

export type Looks = (copies: readonly Copy[], body: AskBody) => Promise<AnswerBody>

export function createLooks(): Looks {
  /** Whom the quick looks of late searches found, by search and copy; the oldest are forgotten. */
  const kept = new Map<string, { readonly copy: Copy; readonly hits: Promise<readonly Hit[]> }>()

  const quickLook = (copy: Copy, { search, ask, wanted, afterSeq }: QuickTerms) => {
    const key = `${search} ${copyKey(copy.name)}`
    const before = kept.get(key)
    // A copy that was loaded anew has everybody at other places.
    if (before?.copy === copy) return before.hits
    const hits = copy.shard.quickLook(ask, wanted, afterSeq)
    kept.set(key, { copy, hits })
    hits.catch(() => kept.delete(key))
    for (const old of kept.keys()) {
      if (kept.size <= keptLooksMax) break
      kept.delete(old)
    }
    return hits
  }
  const closeLook = async (copy: Copy, body: AskBody & { readonly act: 'close' }) => {
    const hits = await quickLook(copy, body.quick)
    kept.delete(`${body.quick.search} ${copyKey(copy.name)}`)
    const near = hits.filter((it) => it.score >= body.least)
    return writeHits(bestOf([await copy.shard.closeLook(body.ask, near)], body.wanted))
  }

  return async (copies, body) => {
    switch (body.act) {
      case 'state':
        return {
          act: 'state',
          states: copies.map(({ state: { positions, ...it } }) => ({
            ...it,
            positions: [...positions],
          })),
        }
      case 'quick': {
        const found = await Promise.all(copies.map((it) => quickLook(it, body.quick)))
        return { act: 'quick', counts: countsOf(found) }
      }
      case 'close':
        return { act: 'close', hits: await Promise.all(copies.map((it) => closeLook(it, body))) }
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
        return { act: 'match', found: found.flat() }
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
