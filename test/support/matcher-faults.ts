// Matcher faults — what befalls a gallery over many machines, and when: seeded, so that a run can be had
// again.

import { setTimeout as delay } from 'node:timers/promises'
import type { CenterDb } from '../../src/center/log/log.ts'
import {
  type MapIssue,
  movePartition,
  type PartitionMap,
  partitionName,
  rebuildCopy,
  splitPartition,
} from '../../src/center/matchers/map.ts'
import { changeMap } from '../../src/center/matchers/store.ts'
import type { Result } from '../../src/kit/result.ts'
import { seeded } from '../../src/kit/seeded.ts'
import type { Held } from './matchers.ts'

export const faultKinds = [
  ...(['kill matcher', 'kill two matchers', 'stop matcher', 'stop two matchers'] as const),
  ...(['cut off matcher', 'kill nats', 'stop nats', 'kill center', 'stop center'] as const),
  ...(['kill pipeline', 'stop pipeline', 'kill postgres', 'stop postgres'] as const),
  ...(['move partition', 'split partition', 'rebuild copy'] as const),
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  readonly kind: FaultKind
  /** After the beginning. */
  readonly atMs: number
  /** What is stopped or cut off is for so long. */
  readonly ms: number
  /** A number below 256 by which the one that is struck is chosen. */
  readonly which: number
}

/** Each kind once, in some order, then again in another: of any so many each kind is there. */
export function planFaults(seed: string, count: number, withinMs: number): readonly Fault[] {
  const chance = seeded(`${seed}/faults`)
  const gapMs = withinMs / count
  let left: FaultKind[] = []
  return Array.from({ length: count }, (_, nth) => {
    if (left.length === 0) left = [...faultKinds]
    const [kind] = left.splice(chance.below(left.length), 1) as [FaultKind]
    const atMs = Math.round(nth * gapMs + chance.below(gapMs))
    return { kind, atMs, ms: 1_500 + chance.below(gapMs), which: chance.below(256) }
  })
}

/** Whoever can be killed: started again at once, by only one of those who killed it together. */
export interface Victim {
  readonly held: Held
  /** How often it ended by itself; it was started again, as the system's own watch would. */
  readonly ownEnds: number
  kill(): Promise<void>
  /** For good. */
  end(): Promise<void>
}

const ownEndRestMs = 500

export async function createVictim(start: () => Held | Promise<Held>): Promise<Victim> {
  let ownEnds = 0
  let isOver = false
  let underWay: Promise<void> | undefined
  let held = await begin()
  async function begin(): Promise<Held> {
    const begun = await start()
    void begun.ended.then(() => {
      if (isOver || underWay !== undefined) return
      ownEnds++
      underWay = again(delay(ownEndRestMs))
    })
    return begun
  }
  async function again(gone: Promise<void>): Promise<void> {
    await gone
    if (!isOver) held = await begin()
    underWay = undefined
  }
  return {
    get held() {
      return held
    },
    get ownEnds() {
      return ownEnds
    },
    kill() {
      underWay ??= again(held.kill())
      return underWay
    },
    async end() {
      isOver = true
      await underWay
      await held.kill()
    },
  }
}

export interface Struck {
  readonly matchers: readonly Victim[]
  readonly names: readonly string[]
  readonly lines: readonly { setDown(isDown: boolean): void }[]
  readonly nats: Victim
  readonly centers: readonly Victim[]
  readonly pipelines: readonly Victim[]
  readonly postgres: { pid(): number | undefined; pids(): Promise<readonly number[]> }
  readonly db: CenterDb
}

/** Lets them fall, each at its moment; answers what was struck, in words, when all are healed. */
export async function letFall(
  faults: readonly Fault[],
  struck: Struck,
): Promise<readonly string[]> {
  const told: string[] = []
  const fallen = faults.map(async (fault) => {
    await delay(fault.atMs)
    told.push(`${fault.kind} (${fault.which})`)
    await fall(fault, struck)
  })
  await Promise.all(fallen)
  return told
}

async function fall({ kind, ms, which }: Fault, struck: Struck): Promise<void> {
  const of = (victims: readonly Victim[], more = 0) =>
    victims[(which + more) % victims.length] as Victim
  const { matchers, centers, pipelines, nats, postgres } = struck
  switch (kind) {
    case 'kill matcher':
      return of(matchers).kill()
    case 'kill two matchers':
      await Promise.all([of(matchers).kill(), of(matchers, 1).kill()])
      return
    case 'stop matcher':
      return pause([of(matchers).held], ms)
    case 'stop two matchers':
      return pause([of(matchers).held, of(matchers, 1).held], ms)
    case 'cut off matcher': {
      const line = struck.lines[which % struck.lines.length]
      line?.setDown(true)
      await delay(ms)
      line?.setDown(false)
      return
    }
    case 'kill nats':
      return nats.kill()
    case 'stop nats':
      return pause([nats.held], ms)
    case 'kill center':
      return of(centers).kill()
    case 'stop center':
      return pause([of(centers).held], ms)
    case 'kill pipeline':
      return of(pipelines).kill()
    case 'stop pipeline':
      return pause([of(pipelines).held], ms)
    case 'kill postgres':
      return tell([postgres.pid() ?? 0], 'SIGKILL')
    case 'stop postgres': {
      const pids = await postgres.pids()
      tell(pids, 'SIGSTOP')
      await delay(ms)
      return tell(pids, 'SIGCONT')
    }
    case 'move partition':
    case 'split partition':
    case 'rebuild copy':
      return changeAgain(struck.db, (map) => changed(kind, map, which, struck.names))
  }
}

async function pause(held: readonly Held[], ms: number): Promise<void> {
  for (const it of held) it.signal('SIGSTOP')
  await delay(ms)
  for (const it of held) it.signal('SIGCONT')
}

/** Some may be gone meanwhile. */
function tell(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      if (pid > 0) process.kill(pid, signal)
    } catch {}
  }
}

function changed(
  kind: FaultKind,
  map: PartitionMap,
  which: number,
  names: readonly string[],
): Result<PartitionMap, MapIssue> {
  const partition = map.partitions[which % map.partitions.length]!
  const name = partitionName(partition)
  const holders = partition.replicas.map((it) => it.matcher)
  const from = holders[which % holders.length]!
  if (kind === 'split partition') return splitPartition(map, name)
  if (kind === 'rebuild copy') return rebuildCopy(map, name, from)
  const free = names.filter((it) => !holders.includes(it))
  return movePartition(map, name, { from, to: free[which % free.length]! })
}

/** The database may be down just then. */
async function changeAgain(
  db: CenterDb,
  change: (map: PartitionMap) => Result<PartitionMap, MapIssue>,
): Promise<void> {
  for (;;) {
    const isDone = await changeMap(db, (it) => change(it as PartitionMap)).then(
      (done) => done.ok,
      () => false,
    )
    if (isDone) return
    await delay(200)
  }
}
