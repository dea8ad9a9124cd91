// Hosts — the threads of a matcher, each with some of its copies; or none, and the copies here.

import { startThreadPeer } from '#kit/node/thread-peer'
import {
  passes,
  type RemoteShard,
  remoteShard,
  type ShardAnswer,
  shardHere,
} from '../afis/shard-asks.ts'
import type { HostAsk } from './host-asks.ts'

export interface HostedShard extends RemoteShard {
  /** The number of its thread. */
  readonly lane: number
}

export interface Hosts {
  /** An empty shard; its `stop` gives its memory back. */
  open(): HostedShard
  stop(): Promise<void>
}

/** A shard that is dropped first answers what it was asked. */
const passesHere = (it: HostAsk, waiting: HostAsk) =>
  it.ask !== 'drop' && waiting.ask !== 'drop' && passes(it.ask, waiting.ask)

/** Without threads whoever asks waits for the work itself: for small galleries. */
export function startHosts(threads: number): Hosts {
  if (threads === 0) return { open: () => ({ ...shardHere(), lane: 0 }), stop: async () => {} }
  const file = new URL('./host-thread.ts', import.meta.url)
  const peers = Array.from({ length: threads }, () =>
    startThreadPeer<HostAsk, ShardAnswer>(file, passesHere),
  )
  const loads = peers.map(() => 0)
  let opened = 0
  return {
    open() {
      const lane = loads.indexOf(Math.min(...loads))
      const peer = peers[lane]!
      const shard = opened++
      loads[lane]!++
      const remote = remoteShard(
        (ask) => peer.ask({ shard, ask }),
        async () => {
          loads[lane]!--
          await peer.ask({ shard, ask: 'drop' }).catch(() => {})
        },
      )
      return { ...remote, lane }
    },
    async stop() {
      await Promise.all(peers.map((it) => it.stop()))
    },
  }
}
