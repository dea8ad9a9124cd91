// Wizard steps — where one stands in a guided work: a list at the left, a line on a phone.

import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './wizard-steps.module.css'

/** attention: left with something to look at · later: not open yet */
export type WizardState = 'done' | 'here' | 'open' | 'attention' | 'later'

export interface WizardStep {
  readonly key: string
  readonly title: string
  readonly state: WizardState
  /** A few words under the title: a count, a quality. */
  readonly note?: string
}

export interface WizardStepsProps {
  readonly label: string
  readonly steps: readonly WizardStep[]
  /** Goes to a step that is done or open; without it the list only tells. */
  readonly onGo?: (key: string) => void
}

export function WizardSteps({ label, steps, onGo }: WizardStepsProps) {
  const words = useWords({ id, en })
  const hereIndex = steps.findIndex((step) => step.state === 'here')
  return (
    <nav aria-label={label} className={css.wizard} data-no-print="">
      <p className={css.compact}>
        <strong>{words.stepOf(hereIndex + 1, steps.length)}</strong>
        {hereIndex >= 0 && ` · ${steps[hereIndex]?.title}`}
        <span className={css.bar} aria-hidden="true">
          <span style={{ width: `${((hereIndex + 1) / steps.length) * 100}%` }} />
        </span>
      </p>
      <ol>
        {steps.map((step, index) => (
          <li key={step.key} data-state={step.state}>
            <StepMark state={step.state} number={index + 1} />
            <StepName step={step} onGo={onGo} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepMark({ state, number }: { readonly state: WizardState; readonly number: number }) {
  return (
    <span className={css.mark} aria-hidden="true">
      {state === 'done' && <IconCheck size={16} stroke={2.5} />}
      {state === 'attention' && <IconAlertTriangle size={16} stroke={2} />}
      {state !== 'done' && state !== 'attention' && number}
    </span>
  )
}

interface StepNameProps {
  readonly step: WizardStep
  readonly onGo: WizardStepsProps['onGo']
}

function StepName({ step, onGo }: StepNameProps) {
  const words = useWords({ id, en })
  const said = { done: words.stepDone, attention: words.stepAttention, later: words.stepLater }
  const state = step.state === 'here' || step.state === 'open' ? undefined : said[step.state]
  const name = (
    <>
      {step.title}
      {state !== undefined && <span className="visually-hidden">, {state}</span>}
      {step.note !== undefined && <span className={css.note}>{step.note}</span>}
    </>
  )
  if (step.state === 'here') {
    return (
      <span className={css.name} aria-current="step">
        {name}
      </span>
    )
  }
  if (onGo === undefined || step.state === 'later') return <span className={css.name}>{name}</span>
  return (
    <button type="button" className={css.name} onClick={() => onGo(step.key)}>
      {name}
    </button>
  )
}
