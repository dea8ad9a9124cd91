// Persons — the fused scores of whole people, genuine and impostor, with ten fingers and fewer.
//
// People are read off the names: `012-3_5.png` is finger 3 of person 012 at visit 5. In a folder
// without such names each ten fingers in a row stand for one person. The first visit is enrolled,
// each later one is the probe, position by position. Impostors are all pairs of people and, as
// people are few, each person against the folder's fingers shifted by 1, 2, … fingers: fingers of
// others, now and then of the same hand.

import { fuseFingers, type Probe, prepareProbe, thresholds } from '#finger'
import { type FolderPrints, fingerOf, toStdout } from './read-print.ts'
import { scoreOf } from './scores.ts'

const fingersEach = 10

interface Finger {
  readonly person: string
  readonly visits: readonly (Probe | undefined)[]
}

/** The fused scores of all comparisons in which so many fingers took part. */
interface PersonRow {
  readonly fingers: number
  readonly genuine: readonly number[]
  readonly impostor: readonly number[]
}

export function evalPersons(folders: readonly FolderPrints[], json: boolean): number {
  const genuine = folders.flatMap((it) => genuineLines(fingersOf(it)))
  const impostor = folders.flatMap((it) => impostorLines(fingersOf(it)))
  const rows = Array.from({ length: fingersEach }, (_, i): PersonRow => {
    const fingers = i + 1
    return {
      fingers,
      genuine: genuine.flatMap((it) => windows(it, fingers)),
      impostor: impostor.flatMap((it) => windows(it, fingers)),
    }
  })
  if (json) toStdout(JSON.stringify({ thresholds, rows: rows.map(summaryOf) }))
  else print(rows)
  return 0
}

function fingersOf({ prints }: FolderPrints): Finger[] {
  const visits = new Map<string, (Probe | undefined)[]>()
  for (const { file, template } of prints) {
    const finger = fingerOf(file)
    const seen = visits.get(finger) ?? []
    seen.push(template && prepareProbe(template))
    visits.set(finger, seen)
  }
  return [...visits].map(([finger, seen], i) => ({
    person: /^(.+)-\d+$/.exec(finger)?.[1] ?? `ten-${Math.floor(i / fingersEach)}`,
    visits: seen,
  }))
}

/** For each person and each later visit: the scores of the fingers against the first visit. */
function genuineLines(fingers: readonly Finger[]): number[][] {
  return peopleOf(fingers).flatMap((person) =>
    laterVisits(person).map((visit) => person.map((it) => scoreOf(it.visits[visit], it.visits[0]))),
  )
}

/** Each person's visits against the first visit of the folder's fingers, shifted by 1, 2, …. */
function impostorLines(fingers: readonly Finger[]): number[][] {
  const lines: number[][] = []
  for (let shift = 1; shift < fingers.length; shift++) {
    const shifted = fingers.map((_, i) => fingers[(i + shift) % fingers.length]!)
    for (const person of peopleOf(fingers)) {
      const first = fingers.indexOf(person[0]!)
      for (const visit of laterVisits(person)) {
        lines.push(person.map((it, i) => scoreOf(it.visits[visit], shifted[first + i]!.visits[0])))
      }
    }
  }
  return lines
}

function peopleOf(fingers: readonly Finger[]): Finger[][] {
  const people = new Map<string, Finger[]>()
  for (const it of fingers) people.set(it.person, [...(people.get(it.person) ?? []), it])
  return [...people.values()]
}

function laterVisits(person: readonly Finger[]): number[] {
  const visits = Math.min(...person.map((it) => it.visits.length))
  return Array.from({ length: Math.max(0, visits - 1) }, (_, i) => i + 1)
}

/** The fused scores of every `count` neighboring fingers, in a ring where there are more. */
function windows(scores: readonly number[], count: number): number[] {
  if (scores.length < count) return []
  const starts = scores.length === count ? 1 : scores.length
  return Array.from({ length: starts }, (_, start) =>
    fuseFingers(Array.from({ length: count }, (_, i) => scores[(start + i) % scores.length]!)),
  )
}

function summaryOf({ fingers, genuine, impostor }: PersonRow) {
  const { personAdjudicateMin, personDuplicateMin } = thresholds
  return {
    fingers,
    genuine: genuine.length,
    genuineMin: quantile(genuine, 0),
    genuine1st: quantile(genuine, 0.01),
    genuineMedian: quantile(genuine, 0.5),
    genuineUnnoticed: shareOf(genuine, (it) => it < personAdjudicateMin),
    genuineNotCertain: shareOf(genuine, (it) => it < personDuplicateMin),
    impostor: impostor.length,
    impostorMedian: quantile(impostor, 0.5),
    impostor999th: quantile(impostor, 0.999),
    impostorMax: quantile(impostor, 1),
    impostorNoticed: shareOf(impostor, (it) => it >= personAdjudicateMin),
    impostorCertain: shareOf(impostor, (it) => it >= personDuplicateMin),
  }
}

function print(rows: readonly PersonRow[]): void {
  const { personAdjudicateMin, personDuplicateMin } = thresholds
  toStdout(`a human looks from ${personAdjudicateMin}, certain from ${personDuplicateMin}`)
  toStdout('            genuine                                      impostor')
  toStdout(
    'fingers      number    min   1 %  median unnoticed certain   number  median 99.9 %    max noticed certain',
  )
  for (const row of rows) {
    const it = summaryOf(row)
    const percent = (share: number) => `${(100 * share).toFixed(2)} %`.padStart(9)
    const score = (value: number) => value.toFixed(1).padStart(7)
    toStdout(
      `${String(it.fingers).padStart(7)}${String(it.genuine).padStart(12)}` +
        score(it.genuineMin) +
        score(it.genuine1st) +
        score(it.genuineMedian) +
        percent(it.genuineUnnoticed) +
        percent(1 - it.genuineNotCertain) +
        `${String(it.impostor).padStart(8)}` +
        score(it.impostorMedian) +
        score(it.impostor999th) +
        score(it.impostorMax) +
        percent(it.impostorNoticed) +
        percent(it.impostorCertain),
    )
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

function shareOf(values: readonly number[], isCounted: (value: number) => boolean): number {
  return values.filter(isCounted).length / Math.max(1, values.length)
}
