// Status word — a state as a sign and a word; for officers its code may stand small beside it.

import css from './status-word.module.css'
import { type Tone, ToneSign } from './tones.tsx'

export interface StatusWordProps {
  readonly tone: Tone
  readonly word: string
  /** The code of the trade, for those who know it. */
  readonly code?: string | undefined
}

export function StatusWord({ tone, word, code }: StatusWordProps) {
  return (
    <span className={css.status} data-tone={tone}>
      <ToneSign tone={tone} size={18} />
      <span>{word}</span>
      {code !== undefined && <span className={css.code}>{code}</span>}
    </span>
  )
}
