// Date field — a date typed day first, read back in words so that a slip is seen at once.

import { useState } from 'react'
import { type FieldProps, TextField } from './fields.tsx'
import { useFormat } from './format.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { dateAsTyped, isCalendarDay, isoOfTyped, typedOfIso } from './typed-date.ts'

/** The value is `2009-11-22`, or `''` while there is no finished, real date. */
export type DateFieldProps = FieldProps<string>

export function DateField(props: DateFieldProps) {
  const { value, onChange } = props
  const words = useWords({ id, en })
  const format = useFormat()
  const [typed, setTyped] = useState(typedOfIso(value))
  const iso = isoOfTyped(typed)
  const isUnreal = iso !== undefined && !isCalendarDay(iso)
  // A value set from outside replaces what was typed; a value that is merely unfinished does not.
  const shown = value !== '' && value !== iso ? typedOfIso(value) : typed

  const type = (text: string) => {
    const next = dateAsTyped(text)
    setTyped(next)
    const nextIso = isoOfTyped(next)
    onChange(nextIso !== undefined && isCalendarDay(nextIso) ? nextIso : '')
  }
  return (
    <TextField
      {...props}
      value={shown}
      onChange={type}
      inputMode="numeric"
      help={value !== '' ? format.date(value) : (props.help ?? words.dateHelp)}
      error={isUnreal ? words.dateUnreal : props.error}
    />
  )
}
