// Packet checks — packets checked in threads: megabytes that are read, hashed and thrown away would
// hold up everybody else whom the main thread answers.

import { startThreadPool } from '#kit/node/thread-pool'
import type { Result } from '#kit/result'
import { checkMsMax, checkThreads, wholePacketsMax } from '../limits.ts'
import type { CheckedPacket, CheckIssue, CheckPacket, PacketAsked } from './check-packet.ts'

export interface PacketChecks {
  readonly checkPacket: CheckPacket
  stop(): Promise<void>
}

export function startPacketChecks(): PacketChecks {
  const pool = startThreadPool<PacketAsked, Result<CheckedPacket, CheckIssue>>({
    file: new URL('./check-packet-thread.ts', import.meta.url),
    count: checkThreads,
    askMsMax: checkMsMax,
    asksMax: wholePacketsMax,
    atOnce: true,
  })
  return { checkPacket: (asked) => pool.run(asked), stop: pool.stop }
}
