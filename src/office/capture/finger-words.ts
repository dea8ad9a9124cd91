// Finger words — what is said of a finger: its name, how it stands, and what would make it better.

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
  const [problem] = last?.problems ?? []
  return problem === undefined ? undefined : (words.problems[problem] ?? problem)
}

export function standingOf(words: Words, { standing, exception }: FingerView): string {
  const said = words.standings[standing]
  return exception === null ? said : `${said}: ${words.exceptions[exception]}`
}
