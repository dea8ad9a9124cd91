// Overview — the figures that tell a camat in ten seconds whether residents are served as promised.

import type { WaitingAt } from '#enrollment/stage'
import type { AgeBand, CounterFigure, StageFigure } from './wire.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** One bar for each minute; the last holds everything longer. */
export const barCount = 21

/** Stages where somebody still has to act, in the order of the journey. */
export const stagesInOrder: readonly WaitingAt[] = [
  'form',
  'village',
  'queue',
  'called',
  'capture',
  'attestation',
  'register',
  'outbox',
  'center',
  'adjudication',
  'failed',
  'printing',
  'printer',
  'handover',
]

/** How long residents stood at the counter, beside the promise; spans in milliseconds. */
export function counterFigureOf(spans: readonly number[], promisedMinutes: number): CounterFigure {
  const sorted = spans.toSorted((a, b) => a - b)
  const sum = sorted.reduce((all, span) => all + span, 0)
  const perMinute = Array.from({ length: barCount }, () => 0)
  for (const span of sorted) {
    const bar = Math.min(barCount - 1, Math.floor(span / minuteMs))
    perMinute[bar] = (perMinute[bar] ?? 0) + 1
  }
  return {
    served: sorted.length,
    withinPromise: sorted.filter((span) => span <= promisedMinutes * minuteMs).length,
    averageMs: sorted.length === 0 ? null : Math.round(sum / sorted.length),
    medianMs: medianOf(sorted),
    longestMs: sorted.at(-1) ?? null,
    perMinute,
  }
}

/** The middle one; of two in the middle, the longer. */
function medianOf(sorted: readonly number[]): number | null {
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** The upper ends of the age bands, in days; the last is open. */
const bandEnds: Readonly<Record<Exclude<AgeBand, 'older'>, number>> = { day: 1, days: 3, week: 7 }

export function ageBandOf(sinceMs: number, nowMs: number): AgeBand {
  const days = (nowMs - sinceMs) / dayMs
  if (days < bandEnds.day) return 'day'
  if (days < bandEnds.days) return 'days'
  return days < bandEnds.week ? 'week' : 'older'
}

/** Every stage in order with how many wait there and for how long. */
export function stageFiguresOf(
  waiting: readonly { readonly at: WaitingAt; readonly sinceMs: number }[],
  nowMs: number,
): StageFigure[] {
  return stagesInOrder.map((at) => {
    const here = waiting.filter((it) => it.at === at)
    const ages = { day: 0, days: 0, week: 0, older: 0 }
    for (const { sinceMs } of here) ages[ageBandOf(sinceMs, nowMs)]++
    const oldest = here.reduce<number | null>(
      (first, it) => (first === null || it.sinceMs < first ? it.sinceMs : first),
      null,
    )
    return { at, count: here.length, oldestSinceMs: oldest, ages }
  })
}
