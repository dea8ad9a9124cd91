// Choice fields — one of many, one of few, yes or no.

import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import '@mantine/core/styles/Stack.layer.css'
import { Checkbox, NativeSelect, Radio, Stack } from '@mantine/core'
import { commonOf, type FieldProps } from './field-common.tsx'

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
  // The group's wrapper has no role that could be required.
  const { 'aria-required': _, ...common } = commonOf(props)
  return (
    <Radio.Group
      {...common}
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
