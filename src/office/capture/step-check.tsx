// Step check — the whole at a glance, then the guards' look; what they find is mended here.

import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { Facts } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { namesOf } from './finger-words.ts'
import { Leave } from './leave.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { StepFrame } from './step-frame.tsx'
import type { StepProps } from './steps.ts'
import type { CaptureCompleted, CaptureView, GuardView } from './wire.ts'

export function StepCheck({ view, arrived, onDone }: StepProps) {
  const words = useWords({ id, en }).check
  const path = `/api/captures/${view.caseId}`
  const complete = useAct<CaptureCompleted, string | undefined>({
    path: `${path}/complete`,
    body: (approvalId) => (approvalId === undefined ? {} : { approvalId }),
    refreshes: ['/api/captures'],
    onDone,
  })
  const again = useAct<unknown, readonly number[]>({
    path: `${path}/fingers/forget`,
    body: (positions) => ({ positions }),
    refreshes: [path],
    onDone,
  })
  const guards = view.guards ?? []
  const isGuard = complete.error?.code.startsWith('guard.') === true
  return (
    <StepFrame title={words.title} say={words.say} arrived={arrived}>
      <Whole view={view} />
      {guards.map((found) => (
        <Guard
          key={found.guard}
          found={found}
          busy={again.isPending}
          onAgain={() => again.mutate(found.positions)}
        />
      ))}
      {again.error !== null && <IssueNotice issue={again.error} />}
      {complete.error !== null && !isGuard && <IssueNotice issue={complete.error} takesFocus />}
      {complete.isPending && <Notice>{words.looking}</Notice>}
      {guards.length === 0 ? (
        <Actions>
          <ActionButton
            shortcut="S"
            size="large"
            busy={complete.isPending}
            onAct={() => complete.mutate(undefined)}
          >
            {words.complete}
          </ActionButton>
        </Actions>
      ) : (
        <>
          <p>{words.sendOnHelp}</p>
          <Leave
            view={view}
            subject={{ kind: 'send-on', guards: guards.map(({ guard }) => guard) }}
            about={words.sendOn}
            apply={words.sendOnNow}
            busy={complete.isPending}
            issue={isGuard ? null : complete.error}
            onApply={(approvalId) => complete.mutate(approvalId)}
          />
        </>
      )}
    </StepFrame>
  )
}

function Whole({ view }: { readonly view: CaptureView }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const at = (ms: number | undefined | null) => (ms ? format.time(ms) : '—')
  const excepted = view.fingers.filter(({ standing }) => standing === 'excepted').length
  return (
    <Facts
      columns={2}
      facts={[
        { label: words.check.ok.biodata, value: at(view.biodataConfirmedAtMs) },
        { label: words.check.ok.photo, value: at(view.photo?.takenAtMs) },
        { label: words.check.ok.signature, value: at(view.signature?.takenAtMs) },
        {
          label: words.fingers.title,
          value: words.check.fingers(view.fingers.length - excepted, excepted),
        },
      ]}
    />
  )
}

interface GuardProps {
  readonly found: GuardView
  readonly busy: boolean
  readonly onAgain: () => void
}

function Guard({ found, busy, onAgain }: GuardProps) {
  const words = useWords({ id, en })
  const { guard, positions, ticket } = found
  const names = namesOf(words.fingers, positions)
  return (
    <Notice
      tone="needs"
      title={words.check.guards[guard] + (names === '' ? '' : ` — ${names}`)}
      action={
        positions.length > 0 && (
          <ActionButton busy={busy} onAct={onAgain}>
            {words.check.retake(names)}
          </ActionButton>
        )
      }
    >
      {words.check.guardHelp[guard]}
      {ticket !== null && (
        <>
          <br />
          <strong>{words.check.earlier(ticket)}</strong>
        </>
      )}
    </Notice>
  )
}
