// Complaints page — the register as far as the officer may see it, and beside it the one opened.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Columns, Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { useSession } from '#kit/web/session'
import { ComplaintSheet } from './complaint-sheet.tsx'
import css from './complaints.module.css'
import { EntryForm } from './entry-form.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Register } from './register-table.tsx'
import type { ComplaintsReply } from './wire.ts'

const askEveryMs = 30_000

/** What stands beside the register: nothing, a form, or a complaint by its id. */
type Beside = { readonly complaintId: string } | 'new' | undefined

export function Page() {
  const words = useWords({ id, en })
  const role = useSession().data?.account?.role ?? ''
  const isLeader = role === 'camat' || role === 'supervisor'
  const register = useAsk<ComplaintsReply>('/api/complaints', { everyMs: askEveryMs })
  const [beside, setBeside] = useState<Beside>()
  const opened = typeof beside === 'object' ? beside.complaintId : undefined
  return (
    <KitPage
      title={words.title}
      lead={isLeader ? words.lead : words.leadOfOfficer}
      width="wide"
      actions={
        <ActionButton shortcut="B" onAct={() => setBeside('new')}>
          {words.take}
        </ActionButton>
      }
    >
      <Columns>
        <Sheet title={words.list} aside={register.data && <Counts of={register.data} />}>
          <Loaded of={register} waiting={{ shape: 'rows', count: 8 }}>
            {(reply) => (
              <Register
                reply={reply}
                chosenKey={opened}
                onOpen={({ complaintId }) => setBeside({ complaintId })}
              />
            )}
          </Loaded>
        </Sheet>
        <BesideRegister focusOn={opened ?? (beside === 'new' ? 'new' : undefined)}>
          {beside === 'new' ? (
            <EntryForm
              mayBox={role === 'petugas-informasi' || role === 'camat'}
              onClose={() => setBeside(undefined)}
            />
          ) : opened !== undefined ? (
            <ComplaintSheet key={opened} complaintId={opened} />
          ) : (
            <Sheet>
              <p>{words.pick}</p>
            </Sheet>
          )}
        </BesideRegister>
      </Columns>
    </KitPage>
  )
}

function Counts({ of: { counts } }: { readonly of: ComplaintsReply }) {
  const words = useWords({ id, en })
  return <span>{words.counts(counts.open, counts.late)}</span>
}

interface BesideRegisterProps {
  readonly children: ReactNode
  /** What was just opened takes the focus, and so comes into view on a phone. */
  readonly focusOn: string | undefined
}

function BesideRegister({ children, focusOn }: BesideRegisterProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focusOn !== undefined) place.current?.focus()
  }, [focusOn])
  return (
    <div ref={place} tabIndex={-1} className={css.beside} data-quiet-focus="">
      <Stack>{children}</Stack>
    </div>
  )
}
