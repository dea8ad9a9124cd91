// Verdict — whether the card goes out, in a word that is read from across the table.

import { useEffect, useRef } from 'react'
import { useWords } from '#kit/web/language'
import { ToneSign } from '#kit/web/tones'
import css from './finger-check.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface VerdictProps {
  /** `without-finger`: handed over, though no finger matched. */
  readonly outcome: 'issued' | 'without-finger' | 'refused'
  readonly name: string
}

export function Verdict({ outcome, name }: VerdictProps) {
  const words = useWords({ id, en })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  const isIssued = outcome !== 'refused'
  const word = { issued: words.matched, 'without-finger': words.issued, refused: words.refused }
  return (
    <div
      ref={box}
      tabIndex={-1}
      role={isIssued ? 'status' : 'alert'}
      className={css.verdict}
      data-outcome={isIssued ? 'issued' : 'refused'}
      data-quiet-focus=""
    >
      <ToneSign tone={isIssued ? 'done' : 'refusal'} size={48} />
      <strong className={css.word}>{word[outcome]}</strong>
      <p>{isIssued ? words.matchedHelp(name) : words.refusedHelp}</p>
      {!isIssued && <p>{words.refusedNext}</p>}
    </div>
  )
}
