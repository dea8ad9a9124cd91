// Hosts — the threads of a matcher, each with some of its copies; or none, and the copies here.

import { startThreadPeer } from '#kit/node/thread-peer'
import { type RemoteShard, remoteShard, type ShardAnswer, shardHere } from '../afis/shard-asks.ts'
import type { HostAsk } from './host-asks.ts'

export interface Hosts {
  /** An empty shard; its `stop` gives its memory back. */
  open(): RemoteShard
  stop(): Promise<void>
}

/** Without threads whoever asks waits for the work itself: for small galleries. */
export function startHosts(threads: number): Hosts {
  if (threads === 0) return { open: () => shardHere(), stop: async () => {} }
  const file = new URL('./host-thread.ts', import.meta.url)
  const peers = Array.from({ length: threads }, () => startThreadPeer<HostAsk, ShardAnswer>(file))
  const loads = peers.map(() => 0)
  let opened = 0
  return {
    open() {
      const number = loads.indexOf(Math.min(...loads))
      const peer = peers[number]!
      const shard = opened++
      loads[number]!++
      return remoteShard(
        (ask) => peer.ask({ shard, ask }),
        async () => {
          loads[number]!--
          await peer.ask({ shard, ask: 'drop' }).catch(() => {})
        },
      )
    },
    async stop() {
      await Promise.all(peers.map((it) => it.stop()))
    },
  }
}
