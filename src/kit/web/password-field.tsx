// Password field — typed unseen, or seen where one looks; apart, as few pages ask for one.

import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import { PasswordInput } from '@mantine/core'
import { commonOf, type FieldProps } from './field-common.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

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
