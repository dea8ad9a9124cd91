// Field label — the label's words, and "if any" where the field may stay empty.

import type { ReactNode } from 'react'
import css from './field-label.module.css'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface FieldLabelProps {
  readonly children: ReactNode
  readonly optional: boolean
}

export function FieldLabel({ children, optional }: FieldLabelProps) {
  const words = useWords({ id, en })
  return (
    <>
      {children}
      {optional && <span className={css.optional}> ({words.optional})</span>}
    </>
  )
}

/** Fields side by side where there is room, each as wide as its content wants. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={css.row}>{children}</div>
}

/** Fields that belong together, under a legend. */
export function FieldGroup({
  legend,
  help,
  children,
}: {
  readonly legend: ReactNode
  readonly help?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <fieldset className={css.group}>
      <legend>{legend}</legend>
      {help !== undefined && <p className={css.help}>{help}</p>}
      {children}
    </fieldset>
  )
}
