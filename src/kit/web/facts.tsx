// Facts — labels and what stands behind them, as on a paper form.

import type { ReactNode } from 'react'
import css from './facts.module.css'

export interface Fact {
  readonly label: ReactNode
  readonly value: ReactNode
}

/** One under the other; `columns` side by side where there is room. */
export function Facts({
  facts,
  columns = 1,
}: {
  readonly facts: readonly Fact[]
  readonly columns?: 1 | 2
}) {
  return (
    <dl className={css.facts} data-columns={columns}>
      {facts.map((fact, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list of labels does not change its order
        <div key={i}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One figure that answers a question at a glance, and the list it opens. */
export function Figure({
  label,
  value,
  note,
  tone,
}: {
  readonly label: ReactNode
  readonly value: ReactNode
  readonly note?: ReactNode
  readonly tone?: 'needs' | 'done' | 'refusal'
}) {
  return (
    <div className={css.figure} data-tone={tone}>
      <span className={css.label}>{label}</span>
      <strong>{value}</strong>
      {note !== undefined && <span className={css.note}>{note}</span>}
    </div>
  )
}
