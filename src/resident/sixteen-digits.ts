// Sixteen digits — what a NIK and a nomor KK have in common as they are written.

import { fail, ok, type Result } from '#kit/result'

const DIGITS = 16
/** Longer than any slip of the hand; what lies behind it is not looked at. */
const WRITTEN_MAX = 64

export type DigitsIssue =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'not-a-digit'; readonly index: number }

/** The bare digits of a number written with spaces, dots or dashes between its groups. */
export function sixteenDigitsOf(text: string): Result<string, DigitsIssue> {
  if (text.length > WRITTEN_MAX) return fail({ kind: 'length', length: text.length })
  const bare = text.replace(/[\s.\u2010-\u2015-]/g, '')
  const index = bare.search(/[^0-9]/)
  if (bare.length !== DIGITS) return fail({ kind: 'length', length: bare.length })
  if (index !== -1) return fail({ kind: 'not-a-digit', index })
  return ok(bare)
}

/** In groups of four, as a person reads it aloud: `1606 9957 0899 0001`. */
export function groupedByFour(digits: string): string {
  return digits.replace(/(.{4})(?=.)/g, '$1 ')
}
