// Skeleton — the shape of what is coming, so that the layout stands still while it loads.

import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './skeleton.module.css'

export interface SkeletonProps {
  /** lines: text · rows: a table or list · cards: tiles side by side · page: heading and sheet */
  readonly shape?: 'lines' | 'rows' | 'cards' | 'page'
  readonly count?: number
}

export function Skeleton({ shape = 'lines', count = 3 }: SkeletonProps) {
  const words = useWords({ id, en })
  return (
    <div className={css.skeleton} data-shape={shape} role="status" aria-busy="true">
      <span className="visually-hidden">{words.loading}</span>
      {shape === 'page' && <span className={css.heading} />}
      {Array.from({ length: shape === 'page' ? 1 : count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bones are alike and never move
        <span key={i} className={css.bone} />
      ))}
    </div>
  )
}
