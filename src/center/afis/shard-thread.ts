// Shard thread — what runs in a thread of the gallery: one shard, answering.

import { answerAsks } from '#kit/node/thread'
import { createShard } from './shard.ts'
import { answerShardAsk, type ShardAnswer, type ShardAsk } from './shard-asks.ts'

const shard = createShard()

answerAsks<ShardAsk, ShardAnswer>(async (ask) => answerShardAsk(shard, ask))
