// Opinions shown — what each expert found and why, to those who may see it.

import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './past-shown.module.css'
import { verdictWord } from './verdict-form.tsx'
import type { AdjudicationReply } from './wire.ts'

const turns = ['first', 'second', 'third'] as const

export function OpinionsShown({ reply }: { readonly reply: AdjudicationReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { opinions, candidates } = reply
  if (opinions.length === 0) return null
  const recorded = (sameAs: string | null) => {
    const at = candidates.findIndex((it) => it.person.caseId === sameAs)
    return at === -1 ? '' : ` · ${words.candidateNames(at + 1, candidates.length)}`
  }
  return (
    <Sheet title={words.opinions}>
      <ol className={css.entries}>
        {opinions.map((it, i) => (
          <li key={it.atMs}>
            <span className={css.soft}>
              {it.own ? words.opinionOf.own : words.opinionOf[turns[i] ?? 'third']} ·{' '}
              {format.dateTime(it.atMs)}
            </span>
            <strong>
              {verdictWord(words, reply, it.verdict)}
              {recorded(it.sameAs)}
            </strong>
            <span>“{it.reason}”</span>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
