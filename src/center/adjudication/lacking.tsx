// Lacking — said plainly where no second adjudicator is there, and what to do about it.

import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

/** So many find together that two records are of one person (ADR 15). */
export const expertsNeeded = 2

/** Nothing where there are enough. */
export function Lacking({ experts }: { readonly experts: number }) {
  const words = useWords({ id, en })
  if (experts >= expertsNeeded) return null
  return (
    <Notice tone="needs" title={experts === 0 ? words.lacking.titleNone : words.lacking.title}>
      {words.lacking.whatToDo}
    </Notice>
  )
}
