// Adjudication page — what waits for an expert, oldest first, and the oldest taken by one key.

import { useState } from 'react'
import { Actions } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Page as PageFrame, Stack } from '#kit/web/page'
import { useAddress } from '#kit/web/router'
import { KeysHelp } from './keys-help.tsx'
import { Lacking } from './lacking.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { TakeOldest } from './take-oldest.tsx'
import type { AdjudicationsReply } from './wire.ts'
import type { WorkFilter } from './work.ts'
import { WorkList } from './work-list.tsx'

const path = '/api/adjudications'
const asksEveryMs = 10_000

export function Page() {
  const words = useWords({ id, en })
  const given = useAddress().search.get('putusan') ?? ''
  const saved = words.saved[given]
  const [filter, setFilter] = useState<WorkFilter>('all')
  const waiting = useAsk<AdjudicationsReply>(path, { everyMs: asksEveryMs })
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={
        <Actions>
          <TakeOldest word={words.takeNext} />
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
        {waiting.data !== undefined && <Lacking experts={waiting.data.experts} />}
        <Loaded of={waiting} waiting={{ shape: 'rows', count: 6 }}>
          {(reply) => <WorkList rows={reply.waiting} filter={filter} onFilter={setFilter} />}
        </Loaded>
      </Stack>
    </PageFrame>
  )
}
