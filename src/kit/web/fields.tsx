// Fields — what a person fills in: each with its label, its help and its error, in one look.

import '@mantine/core/styles/Input.layer.css'
import { InputBase, TextInput } from '@mantine/core'
import type { HTMLAttributes, ReactNode } from 'react'
import { commonOf, type FieldProps } from './field-common.tsx'

export {
  CheckField,
  type CheckFieldProps,
  type Choice,
  ChoiceField,
  type ChoiceFieldProps,
  RadioField,
} from './choice-fields.tsx'
export { commonOf, type FieldProps } from './field-common.tsx'

export interface TextFieldProps extends FieldProps<string> {
  readonly placeholder?: string
  readonly autoComplete?: string
  readonly lettersMax?: number
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** Beside the input at its end: a unit, a sign. */
  readonly end?: ReactNode
  readonly onBlur?: () => void
}

export function TextField(props: TextFieldProps) {
  return (
    <TextInput
      {...commonOf(props)}
      ref={props.inputRef}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={props.onBlur}
      placeholder={props.placeholder}
      autoComplete={props.autoComplete ?? 'off'}
      maxLength={props.lettersMax}
      inputMode={props.inputMode}
      rightSection={props.end}
    />
  )
}

export interface ParagraphFieldProps extends FieldProps<string> {
  readonly lettersMax?: number
  readonly rows?: number
}

/** A text of several lines; it grows with what is written. */
export function ParagraphField(props: ParagraphFieldProps) {
  return (
    <InputBase
      component="textarea"
      multiline
      {...commonOf(props)}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      rows={props.rows ?? 3}
      maxLength={props.lettersMax}
    />
  )
}
