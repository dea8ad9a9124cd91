// Answering — what a matcher does with an ask: takes it while it has room, follows the database as far as
// it must, and looks; else it says why not, and its replica is asked.

import { createSearchWatch } from '../afis/search-times.ts'
import { parametersSha256 } from '../afis/snapshot.ts'
import { matcherAsksMax } from '../limits.ts'
import { type MatcherAnswer, readAsk, writeAnswer } from './asks.ts'
import type { Holder } from './holder.ts'
import type { Line } from './line.ts'
import { createLooks } from './looks.ts'
import type { MatcherLoad } from './store.ts'

/** From now on, as many at once as it may have in hand; answers what tells how much it has to do. */
export function answerAsks(
  line: Pick<Line, 'answer'>,
  name: string,
  holder: Pick<Holder, 'reach' | 'find' | 'seq'>,
  nowMs: () => number,
): () => MatcherLoad {
  const load = { inHand: 0, answered: 0, refused: 0 }
  const watch = createSearchWatch(nowMs)
  const looks = createLooks()
  const answer = async (bytes: Uint8Array): Promise<MatcherAnswer> => {
    if (load.inHand > matcherAsksMax) return { refused: 'busy' }
    const ask = readAsk(bytes)
    if (ask === undefined || ask.head.parametersSha256 !== parametersSha256) {
      return { refused: 'other-version' }
    }
    const { copies: names, seqMin } = ask.head
    if (!(await holder.reach(seqMin).catch(() => false))) return { refused: 'behind' }
    const copies = names.map(holder.find).filter((it) => it !== undefined)
    if (copies.length < names.length) return { refused: 'not-mine' }
    // What it answers may be later than this, never earlier.
    const { seq } = holder
    // A copy that came meanwhile may be held up before that.
    if (seq < seqMin) return { refused: 'behind' }
    const beganMs = nowMs()
    const body = await looks(copies, ask.body)
    // Each search looks at everybody once, and that is what it takes.
    if (body.act === 'quick') watch.took(nowMs() - beganMs)
    return { seq, lanes: copies.map((it) => it.lane), body }
  }
  line.answer(name, async (bytes) => {
    load.inHand++
    const said = await answer(bytes).catch((): MatcherAnswer => ({ refused: 'fault' }))
    load.inHand--
    if ('refused' in said) load.refused++
    else load.answered++
    return writeAnswer(said)
  })
  const residentBytes = () => process.memoryUsage.rss()
  return () => ({ ...load, searches: watch.times, residentBytes: residentBytes() })
}
