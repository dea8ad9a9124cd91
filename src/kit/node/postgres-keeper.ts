// Postgres keeper — restarts a server that dies, so that connection pools find it again.

import { setTimeout as delay } from 'node:timers/promises'
import type { ServerLife } from './postgres-server.ts'
import { trouble } from './trouble.ts'

export interface KeeperNeeds {
  readonly life: ServerLife
  /** Begins the next life, on the same port. */
  readonly restart: () => Promise<ServerLife>
  readonly log: (line: string) => void
  readonly onLost: ((error: Error) => void) | undefined
}

const restartsMax = 20
const restartWindowMs = 600_000
const restartDelayMs = 100
const doublingsMax = 6

export function keepRunning({ life: first, restart, log, onLost }: KeeperNeeds) {
  let life: ServerLife | undefined = first
  let stopping = false
  const restarts: number[] = []
  const watch = async () => {
    while (true) {
      await life?.exited
      life = undefined
      const recent = restarts.filter((at) => at > performance.now() - restartWindowMs).length
      if (!stopping && recent === restartsMax) return onLost?.(lost())
      if (!stopping) await delay(restartDelayMs * 2 ** Math.min(recent, doublingsMax))
      if (stopping) return
      log(`the database server ended by itself: restart ${recent + 1}`)
      restarts.push(performance.now())
      life = await restart().catch((error) => void log(String(error)))
      if (stopping) await life?.end()
    }
  }
  const watching = watch()
  const stop = async () => {
    stopping = true
    await life?.end()
    await watching
  }
  return { pid: () => life?.pid, stop }
}

function lost() {
  const message = `The database server died ${restartsMax} times in ten minutes and was left alone.`
  return trouble('postgres.lost', message)
}
