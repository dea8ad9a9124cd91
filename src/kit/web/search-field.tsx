// Search field — one of very many, found by typing a part of it: places, occupations.

import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Combobox.layer.css'
import { Select } from '@mantine/core'
import { type Choice, commonOf, type FieldProps } from './fields.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

const shownMax = 60

export interface SearchFieldProps<Value extends string> extends FieldProps<Value | ''> {
  readonly choices: readonly Choice<Value>[]
}

export function SearchField<Value extends string>(props: SearchFieldProps<Value>) {
  const words = useWords({ id, en })
  return (
    <Select
      {...commonOf(props)}
      searchable
      clearable={props.required !== true}
      clearButtonProps={{ 'aria-label': words.close }}
      limit={shownMax}
      // Within the field, so that it also opens above a dialog.
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={320}
      value={props.value === '' ? null : props.value}
      onChange={(value) => props.onChange((value ?? '') as Value | '')}
      data={props.choices.map(({ value, title }) => ({ value, label: title }))}
      nothingFoundMessage={words.nothingYet}
      placeholder={words.search}
    />
  )
}
