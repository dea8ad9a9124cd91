// Person name — a full name as KK and KTP-el carry it, in capitals.
//
// Permendagri 73/2022 wants at least two words of Latin letters without digits or punctuation and
// at most 60 letters, spaces included. Names registered before stay valid: one word, an apostrophe
// or a title's dot is a doubt to confirm at the counter and never a refusal.

import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'
import { boundedLine, inTitleCase } from './written-line.ts'

export type PersonName = Brand<string, 'PersonName'>

export type PersonNameIssue =
  | { readonly code: 'name.empty' }
  | { readonly code: 'name.length'; readonly length: number; readonly lengthMax: number }
  | { readonly code: 'name.not-a-letter'; readonly written: string }

export type PersonNameDoubt =
  | { readonly code: 'name.one-word' }
  | { readonly code: 'name.punctuation' }
  | { readonly code: 'name.abbreviated' }

export const personNameLettersMax = 60

/** Reads a name in any letter case; answers it in capitals with single spaces. */
export function parsePersonName(text: string): Result<PersonName, PersonNameIssue> {
  const line = boundedLine(text, personNameLettersMax)
  if (!line.ok) {
    return line.issue === 0
      ? fail({ code: 'name.empty' })
      : fail({ code: 'name.length', length: line.issue, lengthMax: personNameLettersMax })
  }
  // Script=Latin alone would let Roman numeral signs pass.
  const stranger = line.value.match(/(?!(?=\p{Script=Latin})\p{L})[^ .,'-]/u)
  if (stranger) return fail({ code: 'name.not-a-letter', written: stranger[0] })
  if (!/\p{L}/u.test(line.value)) {
    return fail({ code: 'name.not-a-letter', written: line.value.slice(0, 1) })
  }
  return ok(line.value as PersonName)
}

/** What today's rule would ask of a new name. */
export function doubtsAboutName(name: PersonName): readonly PersonNameDoubt[] {
  const words = name.split(' ')
  const doubts: PersonNameDoubt[] = []
  if (words.length < 2) doubts.push({ code: 'name.one-word' })
  if (/[.,'-]/.test(name)) doubts.push({ code: 'name.punctuation' })
  if (words.some((word) => /^\p{L}\.?$/u.test(word))) doubts.push({ code: 'name.abbreviated' })
  return doubts
}

/** For speaking to a person on a screen: `Siti Rahmawati`. */
export function titledName(name: PersonName): string {
  return inTitleCase(name)
}
