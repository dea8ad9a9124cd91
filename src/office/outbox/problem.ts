// Problem — why the line or a packet is stuck, from the code that was kept to a sentence.

import { wordsOf } from '#kit/issue-words'
import type { Language } from '#kit/node/http-refusal'
import { outboxIssues } from './issues.ts'

const words = wordsOf(outboxIssues)

/** `center.refused:packet.tampered` is said by what the center objected to, where that has words. */
export function problemShown(
  kept: string | null | undefined,
  language: Language,
): { readonly code: string; readonly message: string } | null {
  if (kept === null || kept === undefined) return null
  const [code = kept, reason] = kept.split(':')
  const message =
    (reason === undefined ? undefined : words({ code: reason }, language)) ??
    words({ code, reason }, language) ??
    kept
  return { code: reason ?? code, message }
}
