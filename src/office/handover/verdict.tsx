// Verdict — whether the finger is the holder's, in a word that is read from across the table.

import { useEffect, useRef } from 'react'
import { useWords } from '#kit/web/language'
import { ToneSign } from '#kit/web/tones'
import css from './finger-check.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface VerdictProps {
  readonly outcome: 'issued' | 'refused'
  readonly name: string
}

export function Verdict({ outcome, name }: VerdictProps) {
  const words = useWords({ id, en })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  const isIssued = outcome === 'issued'
  return (
    <div
      ref={box}
      tabIndex={-1}
      role={isIssued ? 'status' : 'alert'}
      className={css.verdict}
      data-outcome={outcome}
      data-quiet-focus=""
    >
      <ToneSign tone={isIssued ? 'done' : 'refusal'} size={48} />
      <strong className={css.word}>{isIssued ? words.matched : words.refused}</strong>
      <p>{isIssued ? words.matchedHelp(name) : words.refusedHelp}</p>
      {!isIssued && <p>{words.refusedNext}</p>}
    </div>
  )
}
