// Blows — when which program is killed during journeys: seeded, so that a run can be had again.

import { setTimeout as delay } from 'node:timers/promises'
import { seeded } from '../../src/kit/seeded.ts'
import type { Service } from './service.ts'
import type { Victim } from './service-pids.ts'

export interface Blow {
  readonly victim: Victim
  /** After the request was sent. */
  readonly afterMs: number
}

/** The acts of a journey that change something at the office, as patterns of their paths. */
const acts = [
  /^PUT .*\/form$/,
  /\/endorse$/,
  /\/api\/queue$/,
  /\/queue\/call$/,
  /\/counter\/[^/]+\/complete$/,
  /\/captures\/[^/]+\/fingers$/,
  /\/captures\/[^/]+\/complete$/,
  /\/attestations\/[^/]+$/,
  /\/register\/[^/]+$/,
  /POST \/api\/printing\/[^/]+$/,
  /\/jobs\/[^/]+\/printed$/,
  /POST \/api\/handovers\/[^/]+$/,
] as const

const officeBlowMsMax = 150
const centerBlowMsMax = 1_200

export interface Plan {
  /** A blow for each of these acts, once. */
  readonly atActs: Map<RegExp, Blow>
  /** One after another from the moment the record is registered. */
  readonly atCenter: readonly Blow[]
}

/** Every act is struck in one of the journeys; the center several times in each. */
export function planBlows(seed: string, journeys: number): readonly Plan[] {
  const chance = seeded(seed)
  const order = shuffled([...acts], chance.below)
  const center = shuffled<Victim>(
    [...Array<Victim>(7).fill('center'), ...Array<Victim>(3).fill('center-postgres')],
    chance.below,
  )
  return Array.from({ length: journeys }, (_, journey) => {
    const isOurs = (_it: unknown, i: number) => i % journeys === journey
    const atActs = new Map(
      order.flatMap((act, i): [RegExp, Blow][] => {
        const victim = i < 7 ? 'office' : 'office-postgres'
        return isOurs(act, i) ? [[act, { victim, afterMs: chance.below(officeBlowMsMax) }]] : []
      }),
    )
    const atCenter = center
      .filter(isOurs)
      .map((victim): Blow => ({ victim, afterMs: chance.below(centerBlowMsMax) }))
    return { atActs, atCenter }
  })
}

export interface Striker {
  onSent(method: string, path: string): void
  /** Waits until all blows of the plan have fallen and everything runs again. */
  done(): Promise<void>
}

/** Carries a plan out; each kill that met a running process is counted. */
export function strike(service: Service, plan: Plan, kills: Map<Victim, number>): Striker {
  const falling: Promise<void>[] = []
  const fall = async ({ victim, afterMs }: Blow) => {
    await delay(afterMs)
    if (await service.kill(victim)) kills.set(victim, (kills.get(victim) ?? 0) + 1)
  }
  const storm = async () => {
    for (const blow of plan.atCenter) {
      await fall(blow)
      await service.healthy()
    }
  }
  return {
    onSent(method, path) {
      const act = `${method} ${path}`
      for (const [pattern, blow] of plan.atActs) {
        if (!pattern.test(act)) continue
        plan.atActs.delete(pattern)
        falling.push(fall(blow))
      }
      if (/\/attestations\/[^/]+$/.test(act)) falling.push(storm())
    },
    async done() {
      await Promise.all(falling)
      await service.healthy()
    },
  }
}

function shuffled<It>(all: readonly It[], below: (below: number) => number): It[] {
  const left = [...all]
  return all.map(() => left.splice(below(left.length), 1)[0] as It)
}
