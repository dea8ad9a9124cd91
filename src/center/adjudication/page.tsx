// Adjudication page — what waits for an expert, oldest first, and the oldest taken by one key.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as PageFrame, Stack } from '#kit/web/page'
import { useAddress, useGo } from '#kit/web/router'
import { KeysHelp } from './keys-help.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { AdjudicationsReply, ClaimReply } from './wire.ts'
import { oldestToTake, type WorkFilter } from './work.ts'
import { WorkList } from './work-list.tsx'

const path = '/api/adjudications'
const asksEveryMs = 10_000

export function Page() {
  const words = useWords({ id, en })
  const go = useGo()
  const given = useAddress().search.get('putusan') ?? ''
  const saved = words.saved[given]
  const [filter, setFilter] = useState<WorkFilter>('all')
  const waiting = useAsk<AdjudicationsReply>(path, { everyMs: asksEveryMs })
  const take = useAct<ClaimReply, string>({
    path: (caseId) => `${path}/${caseId}/claim`,
    body: () => undefined,
    refreshes: [path],
    onDone: (_, caseId) => go(`/adjudikasi/${caseId}`),
  })
  const oldest = oldestToTake(waiting.data?.waiting ?? [])
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={
        <Actions>
          {oldest !== undefined && (
            <ActionButton
              shortcut="A"
              busy={take.isPending}
              onAct={() => take.mutate(oldest.caseId)}
            >
              {words.takeNext}
            </ActionButton>
          )}
          <KeysHelp />
        </Actions>
      }
    >
      <Stack>
        {saved !== undefined && (
          <Notice tone="done" takesFocus>
            {saved}
          </Notice>
        )}
        {take.error !== null && <IssueNotice issue={take.error} takesFocus />}
        <Loaded of={waiting} waiting={{ shape: 'rows', count: 6 }}>
          {(reply) => <WorkList rows={reply.waiting} filter={filter} onFilter={setFilter} />}
        </Loaded>
      </Stack>
    </PageFrame>
  )
}
