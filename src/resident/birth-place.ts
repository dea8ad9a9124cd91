// Birth place — the name of a town or village as the birth certificate has it, in capitals.

import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'
import { boundedLine } from './written-line.ts'

export type BirthPlace = Brand<string, 'BirthPlace'>

export type BirthPlaceIssue =
  | { readonly code: 'birth-place.length'; readonly length: number; readonly lengthMax: number }
  | { readonly code: 'birth-place.not-a-letter'; readonly written: string }

export const birthPlaceLettersMax = 60

/** Any letters of the world, for who was born abroad; no digits. */
export function parseBirthPlace(text: string): Result<BirthPlace, BirthPlaceIssue> {
  const line = boundedLine(text, birthPlaceLettersMax)
  if (!line.ok) {
    return fail({
      code: 'birth-place.length',
      length: line.issue,
      lengthMax: birthPlaceLettersMax,
    })
  }
  const stranger = line.value.match(/[^\p{L}\p{M} .,'()/-]/u)
  if (stranger) return fail({ code: 'birth-place.not-a-letter', written: stranger[0] })
  if (!/\p{L}/u.test(line.value)) {
    return fail({ code: 'birth-place.not-a-letter', written: line.value.slice(0, 1) })
  }
  return ok(line.value as BirthPlace)
}
