// Journey — a vertical line of what has happened, where one stands, and what comes next.

import { IconCheck, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './journey.module.css'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

/** done: behind · here: being done · needs: waits for the reader · stopped: refused · next: ahead */
export type JourneyState = 'done' | 'here' | 'needs' | 'stopped' | 'next'

export interface JourneyStep {
  readonly key: string
  readonly title: ReactNode
  readonly state: JourneyState
  /** When it was done, or since when it is being done. */
  readonly when?: ReactNode
  /** Who must act. */
  readonly who?: ReactNode
  /** Why it stands still, what to bring. */
  readonly detail?: ReactNode
}

export function Journey({ steps }: { readonly steps: readonly JourneyStep[] }) {
  const words = useWords({ id, en })
  return (
    <ol className={css.journey}>
      {steps.map((step) => {
        const isHere = step.state !== 'done' && step.state !== 'next'
        return (
          <li key={step.key} data-state={step.state} aria-current={isHere ? 'step' : undefined}>
            <span className={css.point} aria-hidden="true">
              {step.state === 'done' && <IconCheck size={14} stroke={2.5} />}
              {step.state === 'stopped' && <IconX size={14} stroke={2.5} />}
            </span>
            <div className={css.body}>
              <div className={css.line}>
                <span className={css.title}>{step.title}</span>
                {isHere && <span className={css.here}>{words.youAreHere}</span>}
              </div>
              {step.when !== undefined && <div className={css.soft}>{step.when}</div>}
              {step.who !== undefined && <div className={css.soft}>{step.who}</div>}
              {step.detail !== undefined && <div className={css.detail}>{step.detail}</div>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
