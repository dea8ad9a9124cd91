// Outgoing — endorsements on their way, one after the other; without a line they wait on the screen.

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type ApiIssue, isApiIssue, refresh, request } from '#kit/web/api'
import { useReachable } from '#kit/web/offline-band'
import type { VillageForm } from './wire.ts'

export interface Refused {
  readonly form: VillageForm
  readonly issue: ApiIssue
}

export interface Outgoing {
  /** Decided here, not yet answered for by the server. */
  readonly unsent: readonly VillageForm[]
  /** How many went through since the page was opened, or the last were sent. */
  readonly sent: number
  readonly refused: readonly Refused[]
  readonly isSending: boolean
  endorse(forms: readonly VillageForm[]): void
  /** Tries again what the line kept back. */
  retry(): void
}

interface State {
  readonly unsent: readonly VillageForm[]
  readonly sent: number
  readonly refused: readonly Refused[]
}

const nothing: State = { unsent: [], sent: 0, refused: [] }

/** Signing takes the server a moment: one call each, in order, so that none is lost among others. */
export function useOutgoing(refreshes: string): Outgoing {
  const client = useQueryClient()
  const reachable = useReachable()
  const [state, setState] = useState<State>(nothing)
  const [isSending, setSending] = useState(false)
  const queue = useRef<readonly VillageForm[]>([])
  const busy = useRef(false)

  const send = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    for (let form = queue.current[0]; form !== undefined; form = queue.current[0]) {
      const issue = await endorse(form)
      if (issue !== undefined && issue.kind !== 'refused') break
      queue.current = queue.current.slice(1)
      const settled = form
      setState((before) => ({
        unsent: queue.current,
        sent: before.sent + (issue === undefined ? 1 : 0),
        refused:
          issue === undefined ? before.refused : [...before.refused, { form: settled, issue }],
      }))
    }
    busy.current = false
    setSending(false)
    await refresh(client, [refreshes])
  }, [client, refreshes])

  useEffect(() => {
    if (reachable && queue.current.length > 0) void send()
  }, [reachable, send])

  return {
    ...state,
    isSending,
    endorse(forms) {
      const known = new Set(queue.current.map(({ caseId }) => caseId))
      queue.current = [...queue.current, ...forms.filter(({ caseId }) => !known.has(caseId))]
      setState((before) =>
        before.unsent.length > 0
          ? { ...before, unsent: queue.current }
          : { ...nothing, unsent: queue.current },
      )
      void send()
    },
    retry: () => void send(),
  }
}

async function endorse({ caseId, version }: VillageForm): Promise<ApiIssue | undefined> {
  try {
    await request('POST', `/api/village/forms/${caseId}/endorse`, { version })
    return undefined
  } catch (thrown) {
    if (isApiIssue(thrown)) return thrown
    throw thrown
  }
}
