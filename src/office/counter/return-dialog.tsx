// Return dialog — why a resident is sent home, in words that are read on the status page.

import { type FormEvent, useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { Dialog } from '#kit/web/dialog'
import { ChoiceField, ParagraphField } from '#kit/web/fields'
import { focusFirstError } from '#kit/web/focus'
import { useLanguage, useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { nameOf } from './requirement-list.tsx'
import type { CounterActed, CounterView } from './wire.ts'

export interface ReturnDialogProps {
  readonly view: CounterView
  /** The requirement that is looked at: most likely it is the matter. */
  readonly chosen: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly onReturned: () => void
}

const lettersLeast = 5

export function ReturnDialog(props: ReturnDialogProps) {
  const words = useWords({ id, en })
  const { view, opened, onClose } = props
  return (
    <Dialog opened={opened} onClose={onClose} title={words.backTitle(view.number ?? view.ticket)}>
      <ReturnForm {...props} />
    </Dialog>
  )
}

function ReturnForm({ view, chosen, onClose, onReturned }: ReturnDialogProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const isOpen = view.requirements.some((it) => it.id === chosen && it.state === 'open')
  const [about, setAbout] = useState(isOpen ? chosen : '')
  const [typed, setTyped] = useState<string>()
  const [tried, setTried] = useState(false)
  const back = useAct<CounterActed, { reason: string; requirementId?: string }>({
    path: `/api/counter/${view.caseId}/return`,
    refreshes: ['/api/counter', '/api/queue'],
    onDone: onReturned,
  })
  const template = about === '' ? '' : words.backTemplate(nameOf(about, language))
  const reason = (typed ?? template).trim()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (reason.length < lettersLeast) focusFirstError(event.currentTarget)
    else if (!back.isPending) {
      back.mutate({ reason, ...(about === '' ? {} : { requirementId: about }) })
    }
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack tight>
        <p>{words.backHelp}</p>
        <ChoiceField
          label={words.backAbout}
          value={about}
          onChange={setAbout}
          unchosen={words.backAboutOther}
          choices={view.requirements.map((it) => ({
            value: it.id,
            title: nameOf(it.id, language),
          }))}
        />
        <ParagraphField
          label={words.backReason}
          value={typed ?? template}
          onChange={setTyped}
          required
          autoFocus
          error={tried && reason.length < lettersLeast ? words.backHelp : undefined}
        />
        {back.error !== null && <IssueNotice issue={back.error} takesFocus />}
        <Actions>
          <ActionButton type="submit" busy={back.isPending}>
            {words.back}
          </ActionButton>
          <ActionButton look="plain" onAct={onClose}>
            {words.cancel}
          </ActionButton>
        </Actions>
      </Stack>
    </form>
  )
}
