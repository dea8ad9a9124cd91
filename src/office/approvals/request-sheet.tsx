// Request sheet — one request with the facts to decide it: what, for whom, who asks, why; yes or no.

import { useState } from 'react'
import { never } from '#kit/assert'
import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { useNow } from '#kit/web/elapsed'
import { type Fact, Facts } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import css from './page.module.css'
import type { ApprovalRow } from './wire.ts'

export interface RequestSheetProps {
  readonly approval: ApprovalRow
  readonly onDecided: (told: string) => void
}

export function RequestSheet({ approval, onDecided }: RequestSheetProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const { subject, caseId } = approval
  return (
    <Sheet title={words.kinds[subject.kind]}>
      <Stack>
        <div>
          <p className={css.subject}>{subjectOf(approval, words, language)}</p>
          <p className={css.soft}>{words.means[subject.kind]}</p>
        </div>
        <div>
          <h3 className={css.small}>{words.reason}</h3>
          <blockquote className={css.reason}>{approval.reason}</blockquote>
        </div>
        <RequestFacts approval={approval} />
        {subject.kind === 'waive-requirement' && (
          <div>
            <ActionLink look="quiet" to={`/petugas/loket?permohonan=${caseId}`}>
              {words.lookAtCounter}
            </ActionLink>
          </div>
        )}
        {approval.isOwn ? (
          <Notice tone="calm">{words.own}</Notice>
        ) : (
          <Verdicts approval={approval} onDecided={onDecided} />
        )}
      </Stack>
    </Sheet>
  )
}

function RequestFacts({ approval }: { readonly approval: ApprovalRow }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const nowMs = useNow(10_000)
  const { resident, handover } = approval
  const about: readonly Fact[] =
    resident === null
      ? []
      : [
          {
            label: words.resident,
            value: `${resident.name}, ${words.years(resident.ageYears)} (${format.date(resident.birthDate)})`,
          },
          { label: words.village, value: resident.villageName },
        ]
  const tries: readonly Fact[] = handover
    ? [{ label: words.refusedTries, value: words.times(handover.refusedTries) }]
    : []
  return (
    <Facts
      facts={[
        ...about,
        { label: words.ticket, value: approval.ticket },
        ...tries,
        { label: words.who, value: approval.askedBy },
        {
          label: words.since,
          value: `${format.since(approval.askedAtMs, nowMs)}, ${format.time(approval.askedAtMs)}`,
        },
      ]}
    />
  )
}

function Verdicts({ approval, onDecided }: RequestSheetProps) {
  const words = useWords({ id, en })
  const [asking, setAsking] = useState<'grant' | 'refuse'>()
  const { ticket } = approval
  const decide = useAct<ApprovalRow, { granted: boolean; reason: string }>({
    path: `/api/approvals/${approval.approvalId}/decision`,
    refreshes: ['/api/approvals'],
    onDone: (_, { granted }) => onDecided(granted ? words.granted(ticket) : words.refused(ticket)),
  })
  const close = () => {
    decide.reset()
    setAsking(undefined)
  }
  return (
    <>
      <Actions>
        <ActionButton shortcut="S" onAct={() => setAsking('grant')}>
          {words.grant}
        </ActionButton>
        <ActionButton look="plain" shortcut="X" onAct={() => setAsking('refuse')}>
          {words.refuse}
        </ActionButton>
      </Actions>
      <ConfirmDialog
        opened={asking !== undefined}
        title={asking === 'refuse' ? words.refuseTitle : words.grantTitle}
        confirm={asking === 'refuse' ? words.refuse : words.grant}
        danger={asking === 'refuse'}
        reason={{ label: words.decisionReason, help: words.decisionHelp }}
        busy={decide.isPending}
        issue={decide.error}
        onConfirm={(reason) => decide.mutate({ granted: asking === 'grant', reason })}
        onClose={close}
      />
    </>
  )
}

/** What exactly is asked, in one line. */
function subjectOf(
  { subject, handover }: ApprovalRow,
  words: Messages,
  language: 'id' | 'en',
): string {
  switch (subject.kind) {
    case 'waive-requirement': {
      const { requirementId } = subject
      const requirement = serviceStandard.requirements.find((it) => it.id === requirementId)
      return requirement?.text[language] ?? requirementId
    }
    case 'missing-finger':
      return `${fingerOf(subject.position, words)}: ${words.exceptions[subject.exception]}`
    case 'low-quality':
      return fingerOf(subject.position, words)
    case 'send-on':
      return subject.guards.map((guard) => words.guards[guard]).join('; ')
    case 'handover-without-finger':
      return words.fingersOnRecord(handover?.fingersOnRecord ?? 0)
    default:
      return never(subject)
  }
}

function fingerOf(position: number, words: Messages): string {
  return words.fingers[position - 1] ?? String(position)
}
