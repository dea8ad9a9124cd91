// Queue — in which order residents are called to Loket I: two lanes, each in the order of arrival.
//
//   A  everybody
//   B  who should not stand long: elderly, disabled, pregnant
//
// While both lanes wait, one of B is called after every two of A; the first of a day is of B. Who
// stands in B longer than `priorityWaitMs` goes before A, yet never more than two of B in a row. So
// of any three that are called while both wait, each lane has at least one, and a long line in one
// lane keeps nobody of the other standing for ever.

import { fail, ok, type Result } from '#kit/result'
import type { Biodata } from '#resident/biodata'
import { ageOn, type CalendarDate } from '#resident/calendar-date'
import { decidePriority, elderlyAge, type PriorityReason } from '#resident/priority'
import type { Lane } from '../cases/queue-place.ts'

export interface Standing {
  readonly number: string
  readonly lane: Lane
  /** Since when, by which the lane is ordered; of who was absent, since the absence. */
  readonly inLineMs: number
}

export const regularInARow = 2
export const priorityInARowMax = 2
export const priorityWaitMs = 10 * 60_000
/** So many times called and not there, and the number lapses. */
export const absencesMax = 3

/** Who is called next. `called`: the lanes of those called today, newest first. */
export function decideNext<Place extends Standing>(
  standing: readonly Place[],
  called: readonly Lane[],
  nowMs: number,
): Place | undefined {
  const regular = firstOf(standing, 'A')
  const priority = firstOf(standing, 'B')
  if (regular === undefined || priority === undefined) return regular ?? priority
  return isTurnOfPriority(priority, called, nowMs) ? priority : regular
}

/** All of them in the order in which they would be called if nobody came after them. */
export function orderOf<Place extends Standing>(
  standing: readonly Place[],
  called: readonly Lane[],
  nowMs: number,
): readonly Place[] {
  const order: Place[] = []
  let rest = standing
  let lanes = called.slice(0, lanesLookedAt)
  for (let place = 0; place < standing.length; place++) {
    const next = decideNext(rest, lanes, nowMs)
    if (next === undefined) return order
    order.push(next)
    rest = rest.filter((it) => it !== next)
    lanes = [next.lane, ...lanes].slice(0, lanesLookedAt)
  }
  return order
}

/** So many of the last calls decide about the next. */
export const lanesLookedAt = Math.max(regularInARow, priorityInARowMax)

function isTurnOfPriority(first: Standing, called: readonly Lane[], nowMs: number): boolean {
  if (called.length === 0 || startsWith(called, 'A', regularInARow)) return true
  const stoodLong = nowMs - first.inLineMs > priorityWaitMs
  return stoodLong && !startsWith(called, 'B', priorityInARowMax)
}

function startsWith(called: readonly Lane[], lane: Lane, count: number): boolean {
  return called.length >= count && called.slice(0, count).every((it) => it === lane)
}

function firstOf<Place extends Standing>(
  standing: readonly Place[],
  lane: Lane,
): Place | undefined {
  return standing
    .filter((it) => it.lane === lane)
    .reduce<Place | undefined>(
      (first, it) => (first === undefined || isBefore(it, first) ? it : first),
      undefined,
    )
}

function isBefore(one: Standing, other: Standing): boolean {
  return one.inLineMs === other.inLineMs ? one.number < other.number : one.inLineMs < other.inLineMs
}

export type LaneIssue = { readonly code: 'queue.not-elderly'; readonly age: number }

/**
 * The lane of a resident. What the form says counts by itself; what only the eye sees is claimed by
 * the officer. An age is on the form: nobody becomes elderly by a click.
 */
export function decideLane(
  claimed: PriorityReason | undefined,
  biodata: Biodata,
  today: CalendarDate,
): Result<{ readonly lane: Lane; readonly reasons: readonly PriorityReason[] }, LaneIssue> {
  const age = ageOn(biodata.birthDate, today)
  if (claimed === 'elderly' && age < elderlyAge) return fail({ code: 'queue.not-elderly', age })
  const { reasons } = decidePriority(
    {
      birthDate: biodata.birthDate,
      disability: claimed === 'disability' ? 'other' : biodata.disability,
      pregnant: claimed === 'pregnant',
    },
    today,
  )
  return ok({ lane: reasons.length > 0 ? 'B' : 'A', reasons })
}
