// Village page — the forms that wait for the village head: read on a phone, endorsed or returned.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { Dialog } from '#kit/web/dialog'
import { EmptyState } from '#kit/web/empty-state'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { useLeaveGuard } from '#kit/web/router'
import { FormList } from './form-list.tsx'
import { FormSheet } from './form-sheet.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { type Outgoing, useOutgoing } from './outgoing.tsx'
import { SendingTold } from './sending-told.tsx'
import css from './village.module.css'
import type { VillageForm, VillageFormsReply } from './wire.ts'

const path = '/api/village/forms'
const everyMs = 20_000

export function Page() {
  const words = useWords({ id, en })
  const waiting = useAsk<VillageFormsReply>(path, { everyMs })
  const outgoing = useOutgoing(path)
  useLeaveGuard(outgoing.unsent.length > 0, words.leave)
  const [returnedName, setReturnedName] = useState<string>()
  const village = waiting.data?.villageName
  return (
    <KitPage
      title={words.title}
      width="narrow"
      {...(village === undefined ? {} : { lead: words.lead(village) })}
    >
      <SendingTold outgoing={outgoing} />
      {returnedName !== undefined && (
        <Notice key={returnedName} tone="done" takesFocus>
          {words.returned(returnedName)}
        </Notice>
      )}
      <Loaded of={waiting} waiting={{ shape: 'rows', count: 4 }}>
        {(reply) => <Waiting reply={reply} outgoing={outgoing} onReturned={setReturnedName} />}
      </Loaded>
    </KitPage>
  )
}

interface WaitingProps {
  readonly reply: VillageFormsReply
  readonly outgoing: Outgoing
  readonly onReturned: (name: string | undefined) => void
}

function Waiting({ reply, outgoing, onReturned }: WaitingProps) {
  const words = useWords({ id, en })
  const [picked, setPicked] = useState<readonly string[]>([])
  const [openedId, setOpenedId] = useState<string>()
  const [asked, setAsked] = useState(false)
  const leaving = new Set(outgoing.unsent.map(({ caseId }) => caseId))
  const forms = reply.forms.filter(({ caseId }) => !leaving.has(caseId))
  const chosen = forms.filter(({ caseId }) => picked.includes(caseId))
  const opened = forms.find(({ caseId }) => caseId === openedId)
  const endorse = (those: readonly VillageForm[]) => {
    setOpenedId(undefined)
    setAsked(false)
    setPicked([])
    onReturned(undefined)
    outgoing.endorse(those)
  }
  if (forms.length === 0) {
    return (
      <Sheet>
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      </Sheet>
    )
  }
  return (
    <Stack tight>
      <FormList forms={forms} picked={picked} onPicked={setPicked} onOpen={setOpenedId} />
      {chosen.length > 0 && (
        <div className={css.bar}>
          <ActionButton size="large" wide onAct={() => setAsked(true)}>
            {words.endorseMany(chosen.length)}
          </ActionButton>
        </div>
      )}
      <ManyAsked
        opened={asked}
        chosen={chosen}
        onEndorse={endorse}
        onClose={() => setAsked(false)}
      />
      <FormSheet
        form={opened}
        villageName={reply.villageName}
        onEndorse={(form) => endorse([form])}
        onReturned={onReturned}
        onClose={() => setOpenedId(undefined)}
      />
    </Stack>
  )
}

interface ManyAskedProps {
  readonly opened: boolean
  readonly chosen: readonly VillageForm[]
  readonly onEndorse: (forms: readonly VillageForm[]) => void
  readonly onClose: () => void
}

function ManyAsked({ opened, chosen, onEndorse, onClose }: ManyAskedProps) {
  const words = useWords({ id, en })
  return (
    <Dialog opened={opened} title={words.endorseManyAsk(chosen.length)} onClose={onClose}>
      <Stack tight>
        <p>{words.endorseManyTold}</p>
        <ul>
          {chosen.map(({ caseId, name }) => (
            <li key={caseId}>{name}</li>
          ))}
        </ul>
        <Actions>
          <ActionButton size="large" onAct={() => onEndorse(chosen)}>
            {words.endorse}
          </ActionButton>
        </Actions>
      </Stack>
    </Dialog>
  )
}
