// Take oldest — the next case, taken by one key: what one has taken already, else what waited longest.

import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { IssueNotice } from '#kit/web/notice'
import { useGo } from '#kit/web/router'
import type { AdjudicationsReply, ClaimReply } from './wire.ts'
import { oldestToTake } from './work.ts'

const path = '/api/adjudications'

export interface TakeOldestProps {
  readonly word: string
  /** Stands in the button's place where there is none to take. */
  readonly none?: string
  /** The case that is shown already. */
  readonly but?: string
}

export function TakeOldest({ word, none, but }: TakeOldestProps) {
  const go = useGo()
  const waiting = useAsk<AdjudicationsReply>(path)
  const [looking, setLooking] = useState(false)
  const take = useAct<ClaimReply, string>({
    path: (caseId) => `${path}/${caseId}/claim`,
    body: () => undefined,
    refreshes: [path],
    onDone: (_, caseId) => go(`/adjudikasi/${caseId}`),
  })
  const oldestIn = (reply: AdjudicationsReply | undefined) =>
    oldestToTake(reply?.waiting.filter((it) => it.caseId !== but) ?? [])
  // Others take cases too, and whoever presses right after a verdict is quicker than the list.
  const takeFresh = async () => {
    setLooking(true)
    const oldest = oldestIn((await waiting.refetch()).data)
    setLooking(false)
    if (oldest !== undefined) take.mutate(oldest.caseId)
  }
  if (waiting.data === undefined) return null
  if (oldestIn(waiting.data) === undefined) return none === undefined ? null : <p>{none}</p>
  return (
    <>
      <ActionButton shortcut="A" busy={looking || take.isPending} onAct={() => void takeFresh()}>
        {word}
      </ActionButton>
      {take.error !== null && <IssueNotice issue={take.error} takesFocus />}
    </>
  )
}
