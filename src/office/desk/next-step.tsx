// Next step — the one thing the desk can do for an application where it stands now.

import { ActionLink, Actions } from '#kit/web/action-button'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { PrintLink } from '#kit/web/print-link'
import { useAccount } from '#kit/web/session'
import { endingWords } from '../cases/ending.ts'
import { stageLine } from '../cases/stage-words.ts'
import { JoinQueue } from './join-queue.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { WetEndorsement } from './wet-endorsement.tsx'
import type { CaseView } from './wire.ts'

export interface NextStepProps {
  readonly view: CaseView
  /** The resident has been served here. */
  readonly onNext: () => void
}

export function NextStep({ view, onNext }: NextStepProps) {
  const { case: words } = useWords({ id, en })
  const language = useLanguage()
  const isDesk = useAccount().role === 'petugas-informasi'
  return (
    <Sheet title={words.nextStep}>
      <Stack tight>
        <Notice tone="calm" title={stageLine(view.waitingAt, language)} />
        <ReturnedNotice view={view} />
        <EndingNotice view={view} />
        {isDesk ? <StepHere view={view} onNext={onNext} /> : <p>{words.onlyDesk}</p>}
        <Actions>
          {isDesk && changes.includes(view.waitingAt) && (
            <ActionLink to={formPathOf(view)} look="quiet">
              {words.changeForm}
            </ActionLink>
          )}
          <PrintLink href={`/api/cases/${view.caseId}/checklist.pdf`} look="quiet">
            {words.printTicket}
          </PrintLink>
        </Actions>
      </Stack>
    </Sheet>
  )
}

/** Where a form that is there may be replaced by a better one. */
const changes = ['village', 'queue']

function formPathOf(view: CaseView): string {
  return `/petugas/informasi/${view.caseId}/formulir`
}

function StepHere({ view, onNext }: NextStepProps) {
  const { case: words } = useWords({ id, en })
  switch (view.waitingAt) {
    case 'form':
      return (
        <Actions>
          <ActionLink to={formPathOf(view)} size="large">
            {view.resident === null ? words.typeForm : words.mendForm}
          </ActionLink>
        </Actions>
      )
    case 'village':
      return <WetEndorsement view={view} />
    case 'queue':
      return <JoinQueue view={view} onQueued={onNext} />
    case 'failed':
      return null
    default:
      return <p>{words.nothingHere}</p>
  }
}

function ReturnedNotice({ view }: { readonly view: CaseView }) {
  const { case: words } = useWords({ id, en })
  const format = useFormat()
  const { returned } = view
  if (returned === null) return null
  return (
    <Notice
      tone="needs"
      title={`${words.returnedBy[returned.by]}, ${format.dateTime(returned.atMs)}`}
    >
      {returned.reason}
    </Notice>
  )
}

/** What to say across the table, and what to do then. */
function EndingNotice({ view: { ending } }: { readonly view: CaseView }) {
  const { case: words } = useWords({ id, en })
  const language = useLanguage()
  if (ending === null) return null
  const { title, resident, officer } = endingWords(ending, language)
  return (
    <Notice tone="needs" title={words.tellResident}>
      <Stack tight>
        <p>
          “{title}. {resident}”
        </p>
        <p>
          <strong>{words.doNext}</strong> {officer}
        </p>
      </Stack>
    </Notice>
  )
}
