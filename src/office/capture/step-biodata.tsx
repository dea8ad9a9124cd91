// Step biodata — read aloud, heard, and confirmed; what is wrong goes back to Loket I.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { Facts } from '#kit/web/facts'
import { CheckField } from '#kit/web/fields'
import { grouped } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { useGo } from '#kit/web/router'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './step-biodata.module.css'
import { StepFrame } from './step-frame.tsx'
import type { StepProps } from './steps.ts'

export function StepBiodata({ view, arrived, onDone }: StepProps) {
  const words = useWords({ id, en }).biodata
  const isConfirmed = view.biodataConfirmedAtMs !== null
  const [heard, setHeard] = useState(isConfirmed)
  const confirm = useAct({
    path: `/api/captures/${view.caseId}/biodata-confirmed`,
    refreshes: [`/api/captures/${view.caseId}`],
    onDone,
  })
  const { name, nik, nomorKk, rows } = view.resident
  return (
    <StepFrame title={words.title} say={words.say} arrived={arrived}>
      <p className={css.name}>{name}</p>
      <Facts
        columns={2}
        facts={[
          { label: 'NIK', value: grouped(nik) },
          { label: 'Nomor KK', value: grouped(nomorKk) },
          ...rows,
        ]}
      />
      <CheckField label={words.heard} value={heard} onChange={setHeard} />
      {confirm.error !== null && <IssueNotice issue={confirm.error} />}
      <Actions>
        <ActionButton
          shortcut="B"
          busy={confirm.isPending}
          disabled={!heard}
          why={words.needHeard}
          onAct={() => (isConfirmed ? onDone() : confirm.mutate())}
        >
          {words.confirm}
        </ActionButton>
        <SendBack caseId={view.caseId} />
      </Actions>
    </StepFrame>
  )
}

function SendBack({ caseId }: { readonly caseId: string }) {
  const words = useWords({ id, en }).biodata
  const go = useGo()
  const [opened, setOpened] = useState(false)
  const back = useAct<unknown, string>({
    path: `/api/captures/${caseId}/return`,
    body: (reason) => ({ reason }),
    refreshes: ['/api/captures'],
    onDone: () => go('/petugas/perekaman'),
  })
  return (
    <>
      <ActionButton look="quiet" onAct={() => setOpened(true)}>
        {words.wrong}
      </ActionButton>
      <ConfirmDialog
        opened={opened}
        title={words.wrongTitle}
        confirm={words.sendBack}
        reason={{}}
        busy={back.isPending}
        issue={back.error}
        onConfirm={(reason) => back.mutate(reason)}
        onClose={() => setOpened(false)}
      >
        {words.wrongHelp}
      </ConfirmDialog>
    </>
  )
}
