// Form page — a resident fills in form F-1 on a phone; every letter is kept until it is sent.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { Dialog } from '#kit/web/dialog'
import { useFormat } from '#kit/web/format'
import { type Kept, useKept } from '#kit/web/kept'
import { useLanguage, useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Page as KitPage, Stack } from '#kit/web/page'
import { useGo } from '#kit/web/router'
import { type BiodataInput, parseBiodata } from '#resident/biodata'
import { type BiodataDoubt, doubtsAboutBiodata } from '#resident/biodata-doubts'
import { messageOf } from '#resident/messages'
import { tungkalJaya } from '#resident/tungkal-jaya'
import { biodataInputOf, type Draft, freshDraft } from './draft.ts'
import { FormSheet, officeToday } from './form-sheet.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { FormOpened } from './wire.ts'

const keptDays = 14

export function Page() {
  const words = useWords({ id, en })
  const go = useGo()
  const kept = useKept<Draft>('form-f1', freshDraft, keptDays)
  const [doubts, setDoubts] = useState<readonly BiodataDoubt[]>([])
  const send = useAct<FormOpened, { readonly biodata: BiodataInput }>({
    path: '/api/forms',
    onDone({ formCode, ticket }) {
      kept.clear()
      go(`/formulir/${formCode}?tiket=${ticket}`, { replace: true })
    },
  })
  const sendDraft = (draft: Draft) => {
    setDoubts([])
    send.mutate({ biodata: biodataInputOf(draft, officeToday()) })
  }
  const ready = (draft: Draft) => {
    const found = doubtsIn(draft)
    if (found.length === 0) sendDraft(draft)
    else setDoubts(found)
  }
  return (
    <KitPage
      title={words.title}
      lead={words.lead}
      width="narrow"
      back={{ to: '/', title: words.back }}
    >
      <KeptHere kept={kept} />
      <FormSheet
        draft={kept.value}
        onChange={kept.keep}
        onReady={ready}
        issue={send.error}
        buttons={
          <Stack tight>
            <p>{words.sendTold}</p>
            <Actions>
              <ActionButton type="submit" size="large" busy={send.isPending}>
                {words.send}
              </ActionButton>
            </Actions>
          </Stack>
        }
      />
      <Doubts doubts={doubts} onSend={() => sendDraft(kept.value)} onClose={() => setDoubts([])} />
    </KitPage>
  )
}

/** A resident confirms nothing; what looks odd is told before it is sent. */
function doubtsIn(draft: Draft): readonly BiodataDoubt[] {
  const today = officeToday()
  const read = parseBiodata(biodataInputOf(draft, today), today)
  return read.ok ? doubtsAboutBiodata(read.value, { today, kecamatan: tungkalJaya }) : []
}

function KeptHere({ kept }: { readonly kept: Kept<Draft> }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const [asked, setAsked] = useState(false)
  const { keptAtMs } = kept
  if (keptAtMs === undefined) return <Notice>{words.keptNothing}</Notice>
  return (
    <>
      <Notice
        title={words.keptAt(format.time(keptAtMs))}
        action={
          <ActionButton look="quiet" onAct={() => setAsked(true)}>
            {words.clear}
          </ActionButton>
        }
      >
        {words.keptWhere}
      </Notice>
      <ConfirmDialog
        opened={asked}
        title={words.clearAsk}
        confirm={words.clear}
        danger
        onClose={() => setAsked(false)}
        onConfirm={() => {
          kept.clear()
          setAsked(false)
        }}
      >
        {words.clearTold}
      </ConfirmDialog>
    </>
  )
}

interface DoubtsProps {
  readonly doubts: readonly BiodataDoubt[]
  readonly onSend: () => void
  readonly onClose: () => void
}

function Doubts({ doubts, onSend, onClose }: DoubtsProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  return (
    <Dialog opened={doubts.length > 0} title={words.doubtsTitle} onClose={onClose}>
      <Stack tight>
        <p>{words.doubtsLead}</p>
        <ul>
          {doubts.map((doubt) => (
            <li key={doubt.code}>{messageOf(doubt, language)}</li>
          ))}
        </ul>
        <Actions>
          <ActionButton onAct={onSend}>{words.doubtsSend}</ActionButton>
          <ActionButton look="plain" onAct={onClose}>
            {words.doubtsBack}
          </ActionButton>
        </Actions>
      </Stack>
    </Dialog>
  )
}
