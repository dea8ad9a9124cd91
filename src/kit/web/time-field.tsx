// Time field — a day and a time of day, by the browser's own calendar and clock.

import '@mantine/core/styles/Input.layer.css'
import { InputBase } from '@mantine/core'
import { commonOf, type FieldProps } from './field-common.tsx'

/** The value is local, `2026-11-22T09:30`, or `''` while it is unfinished. */
export function TimeField(props: FieldProps<string>) {
  return (
    <InputBase
      component="input"
      type="datetime-local"
      {...commonOf(props)}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

/** Epoch milliseconds as the field's text, to the minute, in the browser's time zone. */
export function localTextOf(ms: number): string {
  const shifted = ms - new Date(ms).getTimezoneOffset() * 60_000
  return new Date(shifted).toISOString().slice(0, 16)
}

/** Undefined while the text is unfinished. */
export function msOfLocalText(text: string): number | undefined {
  const ms = new Date(text).getTime()
  return text === '' || Number.isNaN(ms) ? undefined : ms
}
