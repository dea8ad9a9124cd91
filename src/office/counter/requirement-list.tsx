// Requirement list — what this resident has to bring, each with its number key and its state.

import {
  IconCircle,
  IconCircleCheck,
  IconCircleDashedCheck,
  IconHourglass,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { KeyCap } from '#kit/web/action-button'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { useShortcut } from '#kit/web/shortcuts'
import { serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { CounterRequirement, CounterView } from './wire.ts'

export interface RequirementListProps {
  readonly view: CounterView
  readonly chosen: string
  readonly onChoose: (requirementId: string) => void
}

export function RequirementList({ view, chosen, onChoose }: RequirementListProps) {
  const words = useWords({ id, en })
  return (
    <div>
      <h3 className={css.small}>{words.requirements}</h3>
      <ol className={css.requirements}>
        {view.requirements.map((requirement, index) => (
          <RequirementRow
            key={requirement.id}
            view={view}
            requirement={requirement}
            shortcut={String(index + 1)}
            isChosen={requirement.id === chosen}
            onChoose={() => onChoose(requirement.id)}
          />
        ))}
      </ol>
    </div>
  )
}

interface RequirementRowProps {
  readonly view: CounterView
  readonly requirement: CounterRequirement
  readonly shortcut: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function RequirementRow(props: RequirementRowProps) {
  const { view, requirement, shortcut, isChosen, onChoose } = props
  const language = useLanguage()
  const button = useRef<HTMLButtonElement>(null)
  const note = useNote(view, requirement)
  useShortcut(
    shortcut,
    () => {
      button.current?.focus()
      onChoose()
    },
    { within: () => button.current },
  )
  const Sign = signOf(requirement)
  return (
    <li>
      <button
        ref={button}
        id={rowIdOf(requirement.id)}
        type="button"
        className={css.requirement}
        data-state={requirement.state}
        aria-current={isChosen ? 'true' : undefined}
        aria-keyshortcuts={shortcut}
        onClick={onChoose}
      >
        <Sign size={24} stroke={1.75} aria-hidden="true" />
        <span className={css.requirementText}>
          <strong>{nameOf(requirement.id, language)}</strong>
          <span>{note}</span>
        </span>
        <KeyCap shortcut={shortcut} />
      </button>
    </li>
  )
}

function signOf({ state, waiver }: CounterRequirement) {
  if (state === 'accepted') return IconCircleCheck
  if (state === 'waived') return IconCircleDashedCheck
  return waiver?.state === 'waiting' ? IconHourglass : IconCircle
}

/** One line under the name: the state, and what the rule says of this resident. */
function useNote(view: CounterView, requirement: CounterRequirement): string {
  const words = useWords({ id, en })
  const format = useFormat()
  const { state, by, waiver, lacking } = requirement
  if (state === 'open' && waiver !== null) return words.waiverStates[waiver.state]
  if (state === 'open' && by === 'document' && lacking !== null) return words.noPaperYet
  if (state === 'open' && lacking !== null) return lacking
  const said = words.states[state]
  if (by === 'age') return `${said} · ${words.years(view.resident.ageYears)}`
  if (by === 'adult') return `${said} · ${view.resident.accompanyingAdult ?? ''}`
  if (by === 'endorsement' && view.endorsement !== null) {
    return `${said} · ${format.date(view.endorsement.atMs)}`
  }
  return said
}

/** By which the row of a requirement is found, to take the focus there. */
export function rowIdOf(requirementId: string): string {
  return `requirement-${requirementId}`
}

/** As the standard calls it. */
export function nameOf(requirementId: string, language: 'id' | 'en'): string {
  const requirement = serviceStandard.requirements.find((it) => it.id === requirementId)
  return requirement?.text[language] ?? requirementId
}
