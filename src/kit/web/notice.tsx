// Notice — one sentence about a state, with its sign, its word and what may be done about it.

import { type ReactNode, useEffect, useRef } from 'react'
import { ActionButton } from './action-button.tsx'
import type { ApiIssue } from './api.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './notice.module.css'
import { type Tone, ToneSign } from './tones.tsx'

const roles = { calm: undefined, needs: undefined, refusal: 'alert', done: 'status' } as const

export interface NoticeProps {
  readonly tone?: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** A button or link: what may be done about it. */
  readonly action?: ReactNode
  /** Takes the focus when it appears: the result of an act. */
  readonly takesFocus?: boolean
}

/** Read out when it appears: a refusal at once, a success when the reader pauses. */
export function Notice({ tone = 'calm', title, children, action, takesFocus }: NoticeProps) {
  const words = useWords({ id, en })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus === true) box.current?.focus()
  }, [takesFocus])
  return (
    <div
      ref={box}
      className={css.notice}
      data-tone={tone}
      data-quiet-focus=""
      tabIndex={-1}
      role={roles[tone]}
    >
      <ToneSign tone={tone} size={22} />
      <div className={css.text}>
        <span className="visually-hidden">{words.tones[tone]}: </span>
        {title !== undefined && <strong className={css.title}>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={css.action}>{action}</div>}
    </div>
  )
}

export interface IssueNoticeProps {
  readonly issue: ApiIssue
  readonly onRetry?: () => void
  readonly takesFocus?: boolean
}

/** What the server refused, in its own words; a line that is down is no refusal and looks calm. */
export function IssueNotice({ issue, onRetry, takesFocus = false }: IssueNoticeProps) {
  const words = useWords({ id, en })
  const tone = issue.kind === 'refused' ? 'refusal' : issue.kind === 'broken' ? 'needs' : 'calm'
  return (
    <Notice
      tone={tone}
      takesFocus={takesFocus}
      action={
        onRetry && (
          <ActionButton look="plain" onAct={onRetry}>
            {words.tryAgain}
          </ActionButton>
        )
      }
    >
      {issue.message}
    </Notice>
  )
}
