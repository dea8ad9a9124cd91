// Finger words — what is said of a finger: its name, how it stands, and what would make it better.

import type { FingerProblem } from '#finger'
import type { Messages } from './messages.id.ts'
import type { FingerView } from './wire.ts'

type Words = Messages['fingers']

export function nameOf(words: Words, position: number): string {
  return words.names[position as keyof Words['names']]
}

export function namesOf(words: Words, positions: readonly number[]): string {
  return positions.map((position) => nameOf(words, position)).join(', ')
}

/** The first thing to mend of the last try; undefined where nothing is known. */
export function hintOf(words: Words, { standing, last }: FingerView): string | undefined {
  if (standing !== 'retry' && standing !== 'weak') return undefined
  return problemOf(words, last?.problems ?? [])
}

/** What is said of a code that is not known here, from an engine of another day, is the code. */
export function problemOf(words: Words, [first]: readonly string[]): string | undefined {
  return first === undefined ? undefined : (words.problems[first as FingerProblem] ?? first)
}

export function standingOf(words: Words, { standing, exception }: FingerView): string {
  const said = words.standings[standing]
  return exception === null ? said : `${said}: ${words.exceptions[exception]}`
}
