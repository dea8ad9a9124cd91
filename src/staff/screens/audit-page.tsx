// Audit page — what officers did, newest first, and whether the log is still as it was written.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import type { AuditReply, VerificationReply } from '../administration-wire.ts'
import { type AuditFilter, AuditFilterForm, everything } from './audit-filter.tsx'
import css from './audit-page.module.css'
import { AuditTable, type AuditWords } from './audit-table.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

const auditPath = '/api/administration/audit'
const pageEntries = '100'

export interface AuditPageProps {
  readonly back: { readonly to: string; readonly title: string }
  /** What this program's own acts, and the keys of their subjects, are called. */
  readonly own: AuditWords
}

export function AuditPage({ back, own }: AuditPageProps) {
  const words = useWords({ id, en })
  return (
    <PageFrame title={words.audit} lead={words.auditLead} width="wide" back={back}>
      <Stack>
        <Verified />
        <Entries own={own} />
      </Stack>
    </PageFrame>
  )
}

function Verified() {
  const words = useWords({ id, en })
  const last = useAsk<VerificationReply>(`${auditPath}/verification`)
  const verify = useAct<VerificationReply>({
    path: `${auditPath}/verification`,
    refreshes: [auditPath],
  })
  // What was just computed knows the last hash; what is read from the log does not.
  return (
    <Sheet
      title={words.verification}
      aside={
        <ActionButton shortcut="P" busy={verify.isPending} onAct={() => verify.mutate()}>
          {words.verify}
        </ActionButton>
      }
    >
      <Stack tight>
        {verify.error !== null && <IssueNotice issue={verify.error} takesFocus />}
        <Loaded of={last} waiting={{ count: 1 }}>
          {(reply) => <Verdict of={verify.data ?? reply} />}
        </Loaded>
      </Stack>
    </Sheet>
  )
}

function Verdict({ of: { verification } }: { readonly of: VerificationReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  if (verification === null) return <Notice tone="needs">{words.neverVerified}</Notice>
  const { whole, entries, lastHash } = verification
  const when = words.verifiedAt(format.dateTime(Date.parse(verification.at)))
  if (!whole) {
    return (
      <Notice tone="refusal" title={words.broken(format.number(entries + 1))}>
        <p>{words.brokenHelp}</p>
        <p>{when}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="done" title={words.whole(format.number(entries))}>
      <p>{when}</p>
      {lastHash !== null && (
        <p>
          {words.lastHash} <code className={css.hash}>{lastHash}</code>
        </p>
      )}
    </Notice>
  )
}

function Entries({ own }: Pick<AuditPageProps, 'own'>) {
  const words = useWords({ id, en })
  const [filter, setFilter] = useState(everything)
  const [before, setBefore] = useState<number>()
  const entries = useAsk<AuditReply>(pathOf(filter, before))
  return (
    <Sheet>
      <Stack tight>
        <AuditFilterForm
          onShow={(next) => {
            setFilter(next)
            setBefore(undefined)
          }}
        />
        <Loaded of={entries} waiting={{ shape: 'rows', count: 10 }}>
          {(reply) => (
            <>
              <AuditTable reply={reply} own={own} />
              <Actions>
                {reply.next !== null && (
                  <ActionButton look="plain" onAct={() => setBefore(reply.next ?? undefined)}>
                    {words.older}
                  </ActionButton>
                )}
                {before !== undefined && (
                  <ActionButton look="plain" onAct={() => setBefore(undefined)}>
                    {words.newest}
                  </ActionButton>
                )}
              </Actions>
            </>
          )}
        </Loaded>
      </Stack>
    </Sheet>
  )
}

function pathOf({ about, value }: AuditFilter, before: number | undefined): string {
  const query = new URLSearchParams({ limit: pageEntries })
  if (about !== '' && value.trim() !== '') {
    query.set('about', about)
    query.set('value', value.trim())
  }
  if (before !== undefined) query.set('before', String(before))
  return `${auditPath}?${query}`
}
