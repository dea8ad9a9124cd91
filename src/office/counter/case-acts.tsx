// Case acts — what is done with the whole case: accept all, pass on, return.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { useLanguage, useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { nameOf, rowIdOf } from './requirement-list.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import type { CounterActed, CounterView, Settled } from './wire.ts'

export interface CaseActsProps {
  readonly view: CounterView
  readonly chosen: string
  readonly onChoose: (requirementId: string) => void
  readonly onLeft: (told: string) => void
}

const refreshes = ['/api/counter', '/api/queue']

export function CaseActs({ view, chosen, onChoose, onLeft }: CaseActsProps) {
  const words = useWords({ id, en })
  const [returning, setReturning] = useState(false)
  const called = view.number ?? view.ticket
  return (
    <div className={css.acts}>
      <Actions>
        <Forward view={view} onChoose={onChoose} onPassed={() => onLeft(words.passed(called))} />
        <ActionButton look="plain" shortcut="K" onAct={() => setReturning(true)}>
          {words.back} …
        </ActionButton>
      </Actions>
      <ReturnDialog
        view={view}
        chosen={chosen}
        opened={returning}
        onClose={() => setReturning(false)}
        onReturned={() => onLeft(words.returned(called))}
      />
    </div>
  )
}

interface ForwardProps {
  readonly view: CounterView
  readonly onChoose: (requirementId: string) => void
  readonly onPassed: () => void
}

/** One button, one key: first accepts what is ready, then passes on what is complete. */
function Forward({ view, onChoose, onPassed }: ForwardProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const { caseId, requirements, eligibility } = view
  const accept = useAct<Settled, { requirementId: string }>({
    path: `/api/counter/${caseId}/accept`,
    refreshes,
  })
  const pass = useAct<CounterActed>({
    path: `/api/counter/${caseId}/complete`,
    body: () => ({}),
    refreshes,
    onDone: onPassed,
  })
  const open = requirements.filter((it) => it.state === 'open')
  const ready = open.filter((it) => it.ready)
  const isComplete = open.length === 0
  const lacking = open.filter((it) => !it.ready)
  const acceptAll = async () => {
    for (const { id: requirementId } of ready) await accept.mutateAsync({ requirementId })
    if (lacking[0] === undefined) return
    onChoose(lacking[0].id)
    document.getElementById(rowIdOf(lacking[0].id))?.focus()
  }
  const act = () => {
    if (isComplete) pass.mutate()
    // What was refused is told by the notice under the buttons.
    else acceptAll().catch(() => {})
  }
  const names = lacking.map((it) => nameOf(it.id, language)).join('; ')
  const why = eligibility.mayBeRecorded ? words.lackingWhy(names) : eligibility.message
  const issue = accept.error ?? pass.error
  return (
    <>
      <ActionButton
        shortcut="T"
        busy={accept.isPending || pass.isPending}
        disabled={!eligibility.mayBeRecorded || (!isComplete && ready.length === 0)}
        why={why}
        onAct={act}
      >
        {isComplete ? words.pass : words.acceptAll}
      </ActionButton>
      {issue !== null && (
        <div className={css.wide}>
          <IssueNotice issue={issue} takesFocus />
        </div>
      )}
    </>
  )
}
