// Stopwatch — how long each stage took, in seconds, as the journey was walked.

import { setTimeout as delay } from 'node:timers/promises'

export interface Stopwatch {
  readonly seconds: Readonly<Record<string, number>>
  now(): number
  pause(ms: number): Promise<void>
  time<Answer>(stage: string, act: () => Promise<Answer>): Promise<Answer>
}

export function startStopwatch(say: (line: string) => void): Stopwatch {
  const seconds: Record<string, number> = {}
  return {
    seconds,
    now: () => performance.now(),
    pause: async (ms) => {
      await delay(ms)
    },
    async time(stage, act) {
      const beganMs = performance.now()
      const answer = await act()
      seconds[stage] = Math.round(performance.now() - beganMs) / 1000
      say(`  ${stage.padEnd(12)} ${seconds[stage]?.toFixed(3)} s`)
      return answer
    },
  }
}
