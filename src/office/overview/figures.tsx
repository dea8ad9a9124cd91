// Figures — six numbers at a glance; each opens the list behind it.

import type { ReactNode } from 'react'
import { Figure } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { type Opens, queueMsMax, withinShareLeast } from './attention.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { OverviewReply } from './wire.ts'

export interface OverviewPartProps {
  readonly overview: OverviewReply
  readonly onOpen: (opens: Opens) => void
}

type Tone = 'needs' | 'done' | 'refusal' | undefined

const minuteMs = 60_000

export function Figures({ overview, onOpen }: OverviewPartProps) {
  const words = useWords({ id, en })
  const { counter, queue, blangko, complaints, outbox } = overview
  const { today } = counter
  const format = useFormat()
  const isAsPromised = today.served === 0 || today.withinPromise / today.served >= withinShareLeast
  const tile = (opens: Opens, label: string, value: ReactNode, note: string, tone?: Tone) => (
    <li key={label}>
      <button type="button" className={css.tile} onClick={() => onOpen(opens)}>
        <Figure label={label} value={value} note={note} {...(tone === undefined ? {} : { tone })} />
      </button>
    </li>
  )
  return (
    <ul className={css.tiles}>
      {tile(
        { list: 'visits', span: 'today' },
        words.servedToday,
        format.number(today.served),
        today.served === 0
          ? words.noneToday
          : words.within(today.withinPromise, overview.promisedMinutes),
        isAsPromised ? undefined : 'needs',
      )}
      {tile(
        { list: 'visits', span: 'today' },
        words.averageToday,
        today.averageMs === null ? '—' : format.span(today.averageMs),
        words.promised(overview.promisedMinutes),
        isAsPromised ? undefined : 'needs',
      )}
      {tile(
        { list: 'cases', at: 'queue' },
        words.inRoom,
        format.number(queue.waiting),
        queue.longestMs === null ? words.nobody : words.longest(format.span(queue.longestMs)),
        (queue.longestMs ?? 0) > queueMsMax ? 'needs' : undefined,
      )}
      {tile(
        { list: 'cases', at: 'printing' },
        words.blangko,
        format.number(blangko.stock),
        words.ready(blangko.ready),
        blangko.stock <= 0 || blangko.stock < blangko.ready ? 'refusal' : undefined,
      )}
      {tile(
        { page: 'complaints' },
        words.complaints,
        format.number(complaints.open),
        words.overdue(complaints.overdue),
        complaints.overdue > 0 ? 'refusal' : undefined,
      )}
      {tile(
        { page: 'outbox' },
        words.outbox,
        format.number(outbox.waiting),
        outbox.lastHeardAtMs === null
          ? words.neverHeard
          : words.heard(
              overview.nowMs - outbox.lastHeardAtMs < minuteMs
                ? undefined
                : format.span(overview.nowMs - outbox.lastHeardAtMs),
            ),
        outbox.isTroubled && outbox.waiting > 0 ? 'needs' : undefined,
      )}
    </ul>
  )
}
