// Search field — one of very many, found by typing a part of it: places, occupations.
//
// Written by hand after the ARIA pattern of a combobox: the widget library's weighs 25 kB, which a
// phone on a weak line would pay for.

import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { type Choice, commonOf, type FieldProps } from './fields.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './search-field.module.css'

const shownMax = 60

export interface SearchFieldProps<Value extends string> extends FieldProps<Value | ''> {
  readonly choices: readonly Choice<Value>[]
}

/** Opens when typed into; arrows choose, Enter takes, Escape leaves what was chosen before. */
export function SearchField<Value extends string>(props: SearchFieldProps<Value>) {
  const { choices, value } = props
  const words = useWords({ id, en })
  const listId = useId()
  const chosen = choices.find((it) => it.value === value)?.title ?? ''
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(0)
  const found = useMemo(() => searched(choices, typed ?? ''), [choices, typed])
  const opened = typed !== undefined
  const active = opened ? found[at] : undefined

  const close = () => setTyped(undefined)
  const take = (choice: Choice<Value> | undefined) => {
    if (choice !== undefined) props.onChange(choice.value)
    close()
  }
  const leave = () => {
    if (typed === '' && props.required !== true) props.onChange('')
    // Who typed it all, or enough for one choice to be left, has chosen.
    else if (found.length === 1) take(found[0])
    close()
  }
  const open = () => {
    setTyped('')
    setAt(
      Math.max(
        0,
        choices.findIndex((it) => it.value === value),
      ),
    )
  }
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (opened) setAt(Math.min(found.length - 1, Math.max(0, at + step)))
      else open()
    } else if (opened && (event.key === 'Enter' || event.key === 'Escape')) {
      event.preventDefault()
      if (event.key === 'Enter') take(active)
      else close()
    }
  }
  return (
    <div className={css.field}>
      <TextInput
        {...commonOf(props)}
        role="combobox"
        aria-expanded={opened}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && `${listId}-${active.value}`}
        autoComplete="off"
        placeholder={opened && chosen !== '' ? chosen : words.search}
        value={typed ?? chosen}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => !opened && open()}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKey}
        onBlur={leave}
      />
      <Found listId={listId} opened={opened} found={found} active={active} onTake={take} />
    </div>
  )
}

interface FoundProps<Value extends string> {
  readonly listId: string
  readonly opened: boolean
  readonly found: readonly Choice<Value>[]
  readonly active: Choice<Value> | undefined
  readonly onTake: (choice: Choice<Value>) => void
}

function Found<Value extends string>(props: FoundProps<Value>) {
  const { listId, opened, found, active } = props
  const words = useWords({ id, en })
  return (
    <div id={listId} role="listbox" aria-label={words.search} hidden={!opened} className={css.list}>
      {opened && found.length === 0 && <p className={css.none}>{words.nothingMatches}</p>}
      {opened &&
        found.map((choice) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
          <div
            key={choice.value}
            id={`${listId}-${choice.value}`}
            role="option"
            aria-selected={choice === active}
            ref={(element) => {
              if (choice === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            // Before the input loses the focus, which would close the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => props.onTake(choice)}
          >
            {choice.title}
          </div>
        ))}
    </div>
  )
}

/** Those that hold every word typed, in their own order; at most as many as a list can show. */
function searched<Value extends string>(choices: readonly Choice<Value>[], text: string) {
  const parts = text.toLowerCase().split(/\s+/)
  const holds = ({ title }: Choice<Value>) => {
    const within = title.toLowerCase()
    return parts.every((part) => within.includes(part))
  }
  return choices.filter(holds).slice(0, shownMax)
}
