// Finger list — all ten in words: quality, what to mend, and what may be done without.

import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { Slap } from '#enrollment/fingers'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { StatusWord } from '#kit/web/status-word'
import type { Tone } from '#kit/web/tones'
import css from './finger-list.module.css'
import { hintOf, nameOf, standingOf } from './finger-words.ts'
import { findLeave, Leave, type LeaveSubject } from './leave.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { isOfSlap, isSettledView } from './steps.ts'
import type { CaptureView, FingerView } from './wire.ts'

const tones: Readonly<Record<FingerView['standing'], Tone>> = {
  empty: 'calm',
  retry: 'needs',
  weak: 'needs',
  good: 'done',
  accepted: 'done',
  excepted: 'calm',
}

export interface FingerListProps {
  readonly view: CaptureView
  /** The press that is due; its fingers are shown, and whatever waits for a supervisor. */
  readonly slap: Slap | undefined
}

export function FingerList({ view, slap }: FingerListProps) {
  const words = useWords({ id, en }).fingers
  const [isWhole, setWhole] = useState(false)
  const isOfPress = ({ position }: FingerView) => slap !== undefined && isOfSlap(slap, position)
  const shown = view.fingers.filter((it) => isWhole || isOfPress(it) || isAsked(it, view))
  return (
    <div>
      <ul className={css.list}>
        {shown.map((finger) => (
          <FingerRow key={finger.position} finger={finger} view={view} />
        ))}
      </ul>
      <ActionButton look="quiet" onAct={() => setWhole(!isWhole)}>
        {isWhole ? words.showFew : words.showAll}
      </ActionButton>
    </div>
  )
}

/** Whether a supervisor was asked about it and it is not settled yet. */
function isAsked(finger: FingerView, view: CaptureView): boolean {
  const asked = subjectsOf(finger).some((subject) => findLeave(view, subject) !== undefined)
  return asked && !isSettledView(finger)
}

interface FingerRowProps {
  readonly finger: FingerView
  readonly view: CaptureView
}

function FingerRow({ finger, view }: FingerRowProps) {
  const words = useWords({ id, en }).fingers
  const subjects = subjectsOf(finger)
  const [opened, setOpened] = useState(false)
  const hint = hintOf(words, finger)
  const mayAsk = opened || finger.standing === 'weak' || isAsked(finger, view)
  const isLeaveShown = !isSettledView(finger) && mayAsk
  return (
    <li className={css.row} data-standing={finger.standing}>
      <div className={css.line}>
        <strong>{nameOf(words, finger.position)}</strong>
        <StatusWord tone={tones[finger.standing]} word={standingOf(words, finger)} />
        <span className={css.measure}>
          {finger.best !== null && words.quality(finger.best.quality)}
          {finger.tries > 0 && ` · ${words.tries(finger.tries, view.triesMax)}`}
        </span>
        {!isSettledView(finger) && !isLeaveShown && (
          <button
            type="button"
            className={css.more}
            aria-label={`${words.except}: ${nameOf(words, finger.position)}`}
            onClick={() => setOpened(true)}
          >
            {words.except}
            <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
          </button>
        )}
        {finger.standing === 'excepted' && <TakeAfterAll finger={finger} view={view} />}
      </div>
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      {isLeaveShown && (
        <div className={css.leave}>
          {subjects.map((subject) => (
            <FingerLeave key={subject.kind + labelOf(subject)} subject={subject} view={view} />
          ))}
        </div>
      )}
    </li>
  )
}

type FingerSubject = Exclude<LeaveSubject, { kind: 'send-on' }>

/** What a supervisor can be asked for a finger as it stands. */
function subjectsOf({ position, standing }: FingerView): readonly FingerSubject[] {
  const missing = { kind: 'missing-finger', position, exception: 'missing' } as const
  const unreadable = { kind: 'missing-finger', position, exception: 'unreadable' } as const
  if (standing === 'weak') return [{ kind: 'low-quality', position }, unreadable]
  return [missing, unreadable]
}

function labelOf(subject: FingerSubject): 'quality' | 'missing' | 'unreadable' {
  return subject.kind === 'low-quality' ? 'quality' : subject.exception
}

function FingerLeave({
  subject,
  view,
}: {
  readonly subject: FingerSubject
  readonly view: CaptureView
}) {
  const words = useWords({ id, en })
  const { position } = subject
  const path = `/api/captures/${view.caseId}`
  const apply = useAct<unknown, string>({
    path: `${path}/${subject.kind === 'low-quality' ? 'accept-quality' : 'exceptions'}`,
    body: (approvalId) => ({ position, approvalId }),
    refreshes: [path],
  })
  const label = labelOf(subject)
  return (
    <Leave
      view={view}
      subject={subject}
      about={words.leave.about[label](nameOf(words.fingers, position))}
      apply={words.leave.apply}
      busy={apply.isPending}
      issue={apply.error}
      onApply={(approvalId) => apply.mutate(approvalId)}
    />
  )
}

function TakeAfterAll({ finger, view }: FingerRowProps) {
  const words = useWords({ id, en }).fingers
  const path = `/api/captures/${view.caseId}`
  const forget = useAct<unknown>({
    path: `${path}/fingers/forget`,
    body: () => ({ positions: [finger.position] }),
    refreshes: [path],
  })
  return (
    <>
      <ActionButton
        look="quiet"
        busy={forget.isPending}
        label={`${words.takeAfterAll}: ${nameOf(words, finger.position)}`}
        onAct={() => forget.mutate()}
      >
        {words.takeAfterAll}
      </ActionButton>
      {forget.error !== null && <IssueNotice issue={forget.error} />}
    </>
  )
}
