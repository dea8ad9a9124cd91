// Offline band — a calm line at the top while the server is away; it keeps trying by itself.

import { IconCloudOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { line, request, sessionPath } from './api.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './offline-band.module.css'

const tryEveryMs = 8_000

/** Whether the server answered the last time it was asked. */
export function useReachable(): boolean {
  return useSyncExternalStore(line.subscribe, line.reachable, () => true)
}

/** A calm band with a sentence, for any line that is down. */
export function CalmBand({ children }: { readonly children: ReactNode }) {
  return (
    <div className={css.band} role="status">
      <IconCloudOff size={20} stroke={1.75} aria-hidden="true" />
      <span>{children}</span>
    </div>
  )
}

/** Stands in the frame; `sentence` replaces the usual one where a page keeps work for later. */
export function OfflineBand({ sentence }: { readonly sentence?: ReactNode }) {
  const words = useWords({ id, en })
  const reachable = useReachable()
  useEffect(() => {
    if (reachable) return
    const knock = () => void request('GET', sessionPath).catch(() => undefined)
    const timer = setInterval(knock, tryEveryMs)
    window.addEventListener('online', knock)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', knock)
    }
  }, [reachable])
  return reachable ? null : <CalmBand>{sentence ?? words.serverAway}</CalmBand>
}
