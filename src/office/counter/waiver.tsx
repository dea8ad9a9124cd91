// Waiver — a requirement that a resident cannot meet: asked of a supervisor, recorded once granted.

import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { useLanguage, useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { AskApproval } from '../approvals/ask-approval.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { nameOf } from './requirement-list.tsx'
import type { CounterRequirement, Settled } from './wire.ts'

export interface WaiverProps {
  readonly caseId: string
  readonly requirement: CounterRequirement
}

const tones = { waiting: 'calm', granted: 'done', refused: 'refusal' } as const

export function Waiver({ caseId, requirement }: WaiverProps) {
  const words = useWords({ id, en })
  const { waiver } = requirement
  if (waiver === null) return <AskWaiver caseId={caseId} requirement={requirement} />
  return (
    <>
      <Notice tone={tones[waiver.state]} title={words.waiverStates[waiver.state]}>
        <p>{words.reasonOf(waiver.decisionReason ?? waiver.reason)}</p>
      </Notice>
      {waiver.state === 'granted' && (
        <ApplyWaiver
          caseId={caseId}
          requirementId={requirement.id}
          approvalId={waiver.approvalId}
        />
      )}
      {waiver.state === 'refused' && <AskWaiver caseId={caseId} requirement={requirement} />}
    </>
  )
}

function AskWaiver({ caseId, requirement }: WaiverProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const { id: requirementId } = requirement
  return (
    <div>
      <AskApproval
        caseId={caseId}
        subject={{ kind: 'waive-requirement', requirementId }}
        ask={`${words.waive} …`}
        look="quiet"
        title={words.waiveTitle(nameOf(requirementId, language))}
        confirm={words.waive}
        reason={{}}
        refreshes="/api/counter"
      >
        {words.waiveHelp}
      </AskApproval>
    </div>
  )
}

interface ApplyWaiverProps {
  readonly caseId: string
  readonly requirementId: string
  readonly approvalId: string
}

function ApplyWaiver({ caseId, requirementId, approvalId }: ApplyWaiverProps) {
  const words = useWords({ id, en })
  const apply = useAct<Settled>({
    path: `/api/counter/${caseId}/accept`,
    body: () => ({ requirementId, approvalId }),
    refreshes: ['/api/counter'],
  })
  return (
    <>
      {apply.error !== null && <IssueNotice issue={apply.error} takesFocus />}
      <div>
        <ActionButton look="plain" busy={apply.isPending} onAct={() => apply.mutate()}>
          {words.applyWaiver}
        </ActionButton>
      </div>
    </>
  )
}
