// Host thread — what runs in a thread of a matcher: shards by their numbers, made when first asked.

import { assert } from '#kit/assert'
import { answerAsks } from '#kit/node/thread'
import { createNewcomerProbes } from '../afis/newcomer-probes.ts'
import { createShard, type Shard } from '../afis/shard.ts'
import { answerShardAsk, type ShardAnswer } from '../afis/shard-asks.ts'
import type { HostAsk } from './host-asks.ts'

const shards = new Map<number, Shard | 'dropped'>()
const probesOf = createNewcomerProbes()

answerAsks<HostAsk, ShardAnswer>(async ({ shard: number, ask }) => {
  if (ask === 'drop') {
    shards.set(number, 'dropped')
    return undefined
  }
  const held = shards.get(number) ?? createShard(undefined, probesOf)
  // An empty one in its place would find nobody, in silence.
  assert(held !== 'dropped', 'a shard that is still there')
  shards.set(number, held)
  return answerShardAsk(held, ask)
})
