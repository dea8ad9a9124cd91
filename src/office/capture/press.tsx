// Press — one press of fingers from the page's side: ask the office, hand it to the scanner, hand the
// answer in.

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Slap } from '#enrollment/fingers'
import { type ApiIssue, refresh, request } from '#kit/web/api'
import { useWords } from '#kit/web/language'
import { captureWith, type Scanner } from '../records/browser-scanner.ts'
import { messages as en } from '../records/messages.en.ts'
import { messages as id } from '../records/messages.id.ts'
import type { SlapAsked } from './wire.ts'

export type PressState = 'idle' | 'taking' | 'measuring'

export interface Press<Taken> {
  readonly state: PressState
  readonly issue: ApiIssue | undefined
  /** The last one that was believed. */
  readonly taken: Taken | undefined
  /** Answers whether it was believed. */
  take(slap: Slap, positions?: readonly number[]): Promise<boolean>
  clear(): void
}

/** `path` takes the answer, and below it `/transaction` the question. */
export function usePress<Taken>(
  scanner: Scanner | undefined,
  path: string,
  refreshes: readonly string[],
): Press<Taken> {
  const words = useWords({ id, en })
  const client = useQueryClient()
  const [state, setState] = useState<PressState>('idle')
  const [issue, setIssue] = useState<ApiIssue>()
  const [taken, setTaken] = useState<Taken>()
  const silent: ApiIssue = {
    ...{ kind: 'broken', status: 0, code: 'scanner.silent' },
    ...{ message: words.silent, facts: {} },
  }

  async function take(slap: Slap, positions?: readonly number[]): Promise<boolean> {
    if (scanner === undefined || state !== 'idle') return false
    setIssue(undefined)
    setState('taking')
    try {
      const { deviceId } = scanner
      const asked = await request<SlapAsked>('POST', `${path}/transaction`, {
        ...{ slap, deviceId },
        ...(positions ? { positions } : {}),
      })
      const response = await captureWith(scanner, asked.request)
      if (!response.ok) throw silent
      setState('measuring')
      const { transactionId } = asked
      setTaken(await request<Taken>('POST', path, { transactionId, response: response.value }))
      return true
    } catch (thrown) {
      setIssue(thrown as ApiIssue)
      return false
    } finally {
      await refresh(client, refreshes)
      setState('idle')
    }
  }
  return {
    state,
    issue,
    taken,
    take,
    clear() {
      setIssue(undefined)
      setTaken(undefined)
    },
  }
}
