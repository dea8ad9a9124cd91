// Kept — what somebody has typed, kept by this browser until it is sent, cleared or old.

import { useCallback, useState } from 'react'
import { line } from './api.tsx'
import { browserShelf } from './remembered.ts'

export interface Kept<Value> {
  readonly value: Value
  /** When it was put on the shelf last; undefined while nothing lies there. */
  readonly keptAtMs: number | undefined
  keep(value: Value): void
  clear(): void
}

interface OnShelf<Value> {
  readonly value: Value
  readonly keptAtMs: number
}

const dayMs = 86_400_000

/** A value of this browser, under `key`; after `daysMax` days it is as if it had been cleared. */
export function useKept<Value>(key: string, empty: Value, daysMax: number): Kept<Value> {
  const [held, setHeld] = useState(() => read<Value>(key, daysMax))
  const keep = useCallback(
    (value: Value) => {
      const next = { value, keptAtMs: line.now() }
      setHeld(next)
      write(key, JSON.stringify(next))
    },
    [key],
  )
  const clear = useCallback(() => {
    setHeld(undefined)
    write(key, '')
  }, [key])
  return { value: held?.value ?? empty, keptAtMs: held?.keptAtMs, keep, clear }
}

function read<Value>(key: string, daysMax: number): OnShelf<Value> | undefined {
  try {
    const held = JSON.parse(browserShelf()?.getItem(key) ?? 'null') as OnShelf<Value> | null
    if (held === null || typeof held.keptAtMs !== 'number') return undefined
    return line.now() - held.keptAtMs > daysMax * dayMs ? undefined : held
  } catch {
    return undefined
  }
}

/** A private window may refuse: what was typed then lives as long as the page. */
function write(key: string, text: string): void {
  try {
    browserShelf()?.setItem(key, text)
  } catch {
    // Nothing to tell: the page holds it all the same.
  }
}
