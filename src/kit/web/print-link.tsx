// Print link — a paper made by the server, opened beside the page, ready to print.

import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './action-button.module.css'
import type { Look } from './action-button.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface PrintLinkProps {
  /** Where the server makes the PDF. */
  readonly href: string
  readonly children: ReactNode
  /** `text`: a link within a sentence. */
  readonly look?: Look | 'text'
}

export function PrintLink({ href, children, look = 'plain' }: PrintLinkProps) {
  const words = useWords({ id, en })
  const said = <span className="visually-hidden"> ({words.opensPdf})</span>
  if (look === 'text') {
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
        {said}
      </a>
    )
  }
  return (
    <span className={css.place}>
      <a href={href} target="_blank" rel="noreferrer" className={css.button} data-look={look}>
        <IconPrinter size={20} stroke={1.75} aria-hidden="true" />
        <span>
          {children}
          {said}
        </span>
      </a>
    </span>
  )
}
