// Host asks — what is said to a thread that has several shards.

import type { ShardAsk } from '../afis/shard-asks.ts'

export interface HostAsk {
  readonly shard: number
  readonly ask: ShardAsk | 'drop'
}
