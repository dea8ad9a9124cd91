// Elapsed — how long something has been going on, beside what was promised.

import { useEffect, useState } from 'react'
import { line } from './api.tsx'
import css from './elapsed.module.css'
import { counterOf, useFormat } from './format.tsx'
import { useWords } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Ring } from './ring.tsx'

/** The server's time, told again every `everyMs`. */
export function useNow(everyMs = 1_000): number {
  const [nowMs, setNowMs] = useState(() => line.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(line.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return nowMs
}

export interface ElapsedProps {
  readonly sinceMs: number
  /** When it ended; it stands still then. */
  readonly untilMs?: number | undefined
  readonly promisedMs?: number | undefined
  /** What is counted, read out and shown above. */
  readonly label: string
}

const soonShare = 0.8

/** `02:41 / 10:00` with a ring that fills; past the promise it says so and keeps counting. */
export function Elapsed({ sinceMs, untilMs, promisedMs, label }: ElapsedProps) {
  const words = useWords({ id, en })
  const nowMs = useNow()
  const spentMs = Math.max(0, (untilMs ?? nowMs) - sinceMs)
  if (promisedMs === undefined) {
    return (
      <span className={css.elapsed} role="timer" aria-label={label}>
        <span className={css.label}>{label}</span>
        <span className={css.counter}>{counterOf(spentMs)}</span>
      </span>
    )
  }
  const share = spentMs / promisedMs
  const tone = share >= soonShare ? 'needs' : 'calm'
  return (
    <span className={css.elapsed} data-tone={tone} role="timer" aria-label={label}>
      <span className={css.label}>{share > 1 ? `${label} · ${words.pastPromise}` : label}</span>
      <span className={css.counter}>
        {counterOf(spentMs)} <span className={css.promised}>/ {counterOf(promisedMs)}</span>
      </span>
      <Ring share={Math.min(1, share)} tone={tone} sizePx={36} />
    </span>
  )
}

/** The time of day, by the server's clock. */
export function Clock() {
  const format = useFormat()
  const nowMs = useNow()
  return <time dateTime={new Date(nowMs).toISOString()}>{format.time(nowMs)}</time>
}
