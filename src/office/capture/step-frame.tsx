// Step frame — one step of the wizard: its heading, which takes the focus, and what to say aloud.

import { IconMessage2 } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '#kit/web/language'
import { Stack } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './step-frame.module.css'

export interface StepFrameProps {
  readonly title: string
  /** One sentence to the resident. */
  readonly say: string
  /** Whether one comes here from another step. */
  readonly arrived: boolean
  readonly children: ReactNode
}

export function StepFrame({ title, say, arrived, children }: StepFrameProps) {
  const words = useWords({ id, en }).wizard
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
  }, [arrived])
  return (
    <section className={css.step}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className={css.say}>
        <IconMessage2 size={26} stroke={1.5} aria-hidden="true" />
        <span>
          <span className="visually-hidden">{words.say}: </span>“{say}”
        </span>
      </p>
      <Stack tight>{children}</Stack>
    </section>
  )
}
