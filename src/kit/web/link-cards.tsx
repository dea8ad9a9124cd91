// Link cards — large ways to go on, one under the other or side by side; the first may be the main one.

import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './link-cards.module.css'
import { Link } from './router.tsx'

export interface LinkCard {
  readonly to: string
  readonly title: ReactNode
  readonly help?: ReactNode
  readonly icon?: ReactNode
  /** The one thing to do next. */
  readonly main?: boolean
}

export interface LinkCardsProps {
  readonly cards: readonly LinkCard[]
  readonly columns?: 1 | 2 | 3
  /** The name of the list, where no heading says it. */
  readonly label?: string
}

export function LinkCards({ cards, columns = 1, label }: LinkCardsProps) {
  return (
    <ul className={css.cards} data-columns={columns} aria-label={label}>
      {cards.map((card) => (
        <li key={card.to}>
          <Link to={card.to} className={css.card} data-main={card.main === true}>
            {card.icon}
            <span className={css.text}>
              <span className={css.title}>{card.title}</span>
              {card.help !== undefined && <span className={css.help}>{card.help}</span>}
            </span>
            <IconChevronRight size={20} stroke={1.75} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
