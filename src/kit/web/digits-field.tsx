// Digits field — a long number typed or pasted in any spacing, shown in groups of four.

import { useLayoutEffect, useRef } from 'react'
import { type FieldProps, TextField } from './fields.tsx'
import { grouped } from './format.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { caretOf, digitsBefore } from './typed-digits.ts'

export interface DigitsFieldProps extends FieldProps<string> {
  /** How many digits the number has; none more can be typed. */
  readonly digits: number
}

/** The value is the bare digits. */
export function DigitsField(props: DigitsFieldProps) {
  const { digits, value, onChange } = props
  const words = useWords({ id, en })
  const input = useRef<HTMLInputElement>(null)
  const wantedCaret = useRef<number>(undefined)
  // Grouping rewrites the text, which would throw the caret to the end while one corrects a digit.
  useLayoutEffect(() => {
    const caret = wantedCaret.current
    if (caret === undefined || document.activeElement !== input.current) return
    input.current?.setSelectionRange(caret, caret)
    wantedCaret.current = undefined
  })
  const type = (text: string) => {
    const caret = input.current?.selectionStart ?? text.length
    const next = text.replace(/\D/g, '').slice(0, digits)
    wantedCaret.current = caretOf(grouped(next), digitsBefore(text, caret))
    onChange(next)
  }
  return (
    <TextField
      {...props}
      inputRef={input}
      value={grouped(value)}
      onChange={type}
      inputMode="numeric"
      help={props.help ?? words.digitsTyped(value.length, digits)}
    />
  )
}
