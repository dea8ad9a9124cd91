// Choice cards — a question and a few large answers, for a thumb or a key.

import type { ReactNode } from 'react'
import css from './choice-cards.module.css'

export interface ChoiceCard<Value extends string> {
  readonly value: Value
  readonly title: ReactNode
  readonly help?: ReactNode
  readonly icon?: ReactNode
}

export interface ChoiceCardsProps<Value extends string> {
  /** The question. */
  readonly legend: ReactNode
  readonly help?: ReactNode
  readonly name: string
  readonly choices: readonly ChoiceCard<Value>[]
  readonly value: Value | undefined
  readonly onChoose: (value: Value) => void
  /** How many stand side by side where there is room. */
  readonly columns?: 1 | 2 | 3
}

export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  return (
    <fieldset className={css.cards} data-columns={props.columns ?? 2}>
      <legend>{props.legend}</legend>
      {props.help !== undefined && <p className={css.help}>{props.help}</p>}
      <div className={css.grid}>
        {props.choices.map((choice) => (
          <label key={choice.value} className={css.card}>
            <input
              type="radio"
              name={props.name}
              value={choice.value}
              checked={props.value === choice.value}
              onChange={() => props.onChoose(choice.value)}
            />
            {choice.icon}
            <span>
              <span className={css.title}>{choice.title}</span>
              {choice.help !== undefined && <span className={css.sub}>{choice.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
