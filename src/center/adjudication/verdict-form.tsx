// Verdict form — three verdicts, what follows from each, and the reason.

import { useState } from 'react'
import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { useGo } from '#kit/web/router'
import { expertsNeeded } from './lacking.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import type { AdjudicationReply, VerdictReply, VerdictRequest } from './wire.ts'

type Verdict = VerdictRequest['verdict']

const verdicts: readonly { readonly verdict: Verdict; readonly shortcut: string }[] = [
  { verdict: 'same-person', shortcut: '1' },
  { verdict: 'different-persons', shortcut: '2' },
  { verdict: 'cannot-tell', shortcut: '3' },
]

const list = '/api/adjudications'

export interface VerdictFormProps {
  readonly reply: AdjudicationReply
  /** The record that is shown, if any: a verdict of "the same person" means this one. */
  readonly sameAs: string | undefined
}

/** Where nobody stands beside the newcomer, there is no other person to differ from. */
export function verdictWord(words: Messages, reply: AdjudicationReply, verdict: Verdict): string {
  const isAlone = verdict === 'different-persons' && reply.candidates.length === 0
  return isAlone ? words.notOnRecord : words.verdicts[verdict]
}

export function VerdictForm({ reply, sameAs }: VerdictFormProps) {
  const words = useWords({ id, en })
  const go = useGo()
  const [chosen, setChosen] = useState<Verdict>()
  const [moreCame, setMoreCame] = useState(false)
  const give = useAct<VerdictReply, VerdictRequest>({
    path: `${list}/${reply.caseId}/verdict`,
    refreshes: [list],
    onDone: ({ outcome }) => {
      setChosen(undefined)
      setMoreCame(outcome === 'more-came')
      if (outcome !== 'more-came') go(`/adjudikasi?putusan=${outcome}`)
    },
  })
  const isMine = reply.claimed?.own === true
  const offered = verdicts.filter((it) => it.verdict !== 'same-person' || sameAs !== undefined)
  return (
    <Sheet title={words.verdict}>
      <Stack tight>
        {moreCame && (
          <Notice tone="needs" takesFocus>
            {words.moreCame}
          </Notice>
        )}
        <Actions>
          {offered.map(({ verdict, shortcut }) => (
            <ActionButton
              key={verdict}
              look="plain"
              size="large"
              shortcut={shortcut}
              disabled={!isMine}
              onAct={() => setChosen(verdict)}
            >
              {verdictWord(words, reply, verdict)}
            </ActionButton>
          ))}
          <ActionLink to="/adjudikasi" look="quiet">
            {words.toList}
          </ActionLink>
        </Actions>
        {!isMine && reply.mayTake && <p>{words.takeFirst}</p>}
        <ConfirmDialog
          opened={chosen !== undefined}
          title={chosen === undefined ? '' : verdictWord(words, reply, chosen)}
          confirm={words.decide}
          reason={{ help: words.reasonHelp }}
          busy={give.isPending}
          issue={give.error}
          onClose={() => setChosen(undefined)}
          onConfirm={(reason) => {
            if (chosen === undefined) return
            const same = chosen === 'same-person' && sameAs !== undefined ? { sameAs } : {}
            give.mutate({ verdict: chosen, reason, ...same })
          }}
        >
          {chosen !== undefined && words.consequences[chosen]}
          {chosen === 'same-person' && reply.experts < expertsNeeded && (
            <p>{words.lacking.beforeVerdict}</p>
          )}
        </ConfirmDialog>
      </Stack>
    </Sheet>
  )
}
