// Step stamp — the operator's key signs, the record is stored, and the receipt is printed.

import { useState } from 'react'
import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { PrintLink } from '#kit/web/print-link'
import type { Attested, Registered } from '../records/wire.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { StepFrame } from './step-frame.tsx'
import type { StepProps } from './steps.ts'

export function StepStamp({ view, arrived }: Omit<StepProps, 'onDone'>) {
  const words = useWords({ id, en }).stamp
  const format = useFormat()
  const { caseId, waitingAt } = view
  const refreshes = ['/api/captures']
  const [stored, setStored] = useState<Registered>()
  const store = useAct<Registered>({
    path: `/api/register/${caseId}`,
    refreshes,
    onDone: setStored,
  })
  const sign = useAct<Attested>({
    path: `/api/attestations/${caseId}`,
    refreshes,
    // Signed and not stored would help nobody: the one follows the other.
    onDone: () => store.mutate(),
  })
  const isSigned = waitingAt !== 'attestation'
  const isStored = isSigned && waitingAt !== 'register'
  const attested = useAsk<Attested>(isSigned ? `/api/attestations/${caseId}` : undefined)
  const isBusy = sign.isPending || store.isPending
  const issue = sign.error ?? store.error
  return (
    <StepFrame title={words.title} say={words.say} arrived={arrived}>
      {!isSigned && <p>{words.explain}</p>}
      {issue !== null && <IssueNotice issue={issue} takesFocus />}
      {isBusy && <Notice>{words.signing}</Notice>}
      {attested.data !== undefined && (
        <p>{words.signed(attested.data.receiptNumber, format.time(attested.data.attestedAtMs))}</p>
      )}
      {isStored && (
        <Notice tone="done" title={words.stored} takesFocus={stored !== undefined}>
          {words.storedHelp(
            format.time(stored?.registeredAtMs ?? attested.data?.attestedAtMs ?? 0),
          )}
        </Notice>
      )}
      <Actions>
        {!isSigned && (
          <ActionButton shortcut="T" size="large" busy={isBusy} onAct={() => sign.mutate()}>
            {words.sign}
          </ActionButton>
        )}
        {isSigned && !isStored && (
          <ActionButton busy={isBusy} onAct={() => store.mutate()}>
            {words.storeAgain}
          </ActionButton>
        )}
        {isSigned && (
          <PrintLink href={`/api/attestations/${caseId}/receipt.pdf`} look="main">
            {words.print}
          </PrintLink>
        )}
        {isStored && (
          <ActionLink to="/petugas/perekaman" look="plain">
            {words.next}
          </ActionLink>
        )}
      </Actions>
    </StepFrame>
  )
}
