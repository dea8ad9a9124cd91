// Field common — what every field is told, and what all of them hand to their widget.

import './fields.css'
import type { ReactNode, Ref } from 'react'
import { FieldLabel } from './field-label.tsx'

export interface FieldProps<Value> {
  readonly label: ReactNode
  /** One sentence between label and input: what is wanted, where it stands on a paper. */
  readonly help?: ReactNode
  /** What is wrong and what to do; read out with the field. */
  readonly error?: ReactNode
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly required?: boolean
  /** Says "if any" beside the label. */
  readonly optional?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** The name an error refers to; also lets a browser recognize the field. */
  readonly name?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/** What the field widgets share; undefined where it was not told. */
export function commonOf(props: Omit<FieldProps<never>, 'value' | 'onChange'>) {
  const { label, help, error, required, optional, disabled, autoFocus, name } = props
  return {
    label: <FieldLabel optional={optional === true}>{label}</FieldLabel>,
    description: help,
    error,
    size: 'md' as const,
    inputWrapperOrder: [
      'label' as const,
      'description' as const,
      'error' as const,
      'input' as const,
    ],
    'aria-required': required,
    disabled: disabled === true,
    'data-autofocus': autoFocus,
    autoFocus: autoFocus === true,
    ...(name === undefined ? {} : { name }),
  }
}
