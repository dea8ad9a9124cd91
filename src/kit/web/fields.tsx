// Fields — what a person fills in: each with its label, its help and its error, in one look.

import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import {
  Checkbox,
  NativeSelect,
  PasswordInput,
  Radio,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import './fields.css'
import type { HTMLAttributes, ReactNode, Ref } from 'react'
import { FieldLabel } from './field-label.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

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
    <Textarea
      {...commonOf(props)}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      minRows={props.rows ?? 3}
      rows={props.rows ?? 3}
      maxLength={props.lettersMax}
    />
  )
}

export interface PasswordFieldProps extends FieldProps<string> {
  readonly autoComplete: 'current-password' | 'new-password'
}

export function PasswordField(props: PasswordFieldProps) {
  const words = useWords({ id, en })
  return (
    <PasswordInput
      {...commonOf(props)}
      ref={props.inputRef}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      autoComplete={props.autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': words.showPassword, tabIndex: 0 }}
    />
  )
}

export interface Choice<Value extends string> {
  readonly value: Value
  readonly title: string
  readonly help?: string
  readonly disabled?: boolean
}

export interface ChoiceFieldProps<Value extends string> extends FieldProps<Value | ''> {
  readonly choices: readonly Choice<Value>[]
  /** What stands there before anything is chosen. */
  readonly unchosen?: string
}

/** One of many, in a list that opens: for more than about six choices. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const choices = props.choices.map(({ value, title, disabled = false }) => ({
    value,
    label: title,
    disabled,
  }))
  return (
    <NativeSelect
      {...commonOf(props)}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Value | '')}
      data={[{ value: '', label: props.unchosen ?? '—' }, ...choices]}
    />
  )
}

/** One of few, all to be seen. */
export function RadioField<Value extends string>(props: ChoiceFieldProps<Value>) {
  return (
    <Radio.Group
      {...commonOf(props)}
      value={props.value}
      onChange={(value) => props.onChange(value as Value)}
    >
      <Stack gap={12} pt={8}>
        {props.choices.map(({ value, title, help, disabled = false }) => (
          <Radio
            key={value}
            value={value}
            label={title}
            description={help}
            disabled={disabled}
            size="md"
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

export type CheckFieldProps = FieldProps<boolean>

export function CheckField(props: CheckFieldProps) {
  return (
    <Checkbox
      label={props.label}
      description={props.help}
      error={props.error}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
      disabled={props.disabled === true}
      size="md"
      {...(props.name === undefined ? {} : { name: props.name })}
    />
  )
}
