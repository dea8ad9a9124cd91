// Known list — applications already here: as much of a name as may be asked about across a desk.

import type { ReactNode } from 'react'
import { useNow } from '#kit/web/elapsed'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { stageLine } from '../cases/stage-words.ts'
import css from './desk.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { serviceNameOf } from './names.ts'
import type { KnownResident } from './wire.ts'

export interface KnownListProps {
  readonly known: readonly KnownResident[]
  readonly openingOf: (known: KnownResident) => ReactNode
}

export function KnownList({ known, openingOf }: KnownListProps) {
  const { find: words } = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const nowMs = useNow(60_000)
  return (
    <ul className={css.known}>
      {known.map((it) => (
        <li key={it.caseId}>
          <span className={css.who}>
            <strong>{it.maskedName ?? words.nameless}</strong>
            <span className={css.soft}>
              {it.ticket} · {serviceNameOf(it.serviceType, language)}
            </span>
            <span className={css.soft}>
              {stageLine(it.waitingAt, language)}, {format.since(it.sinceMs, nowMs)}
            </span>
          </span>
          {openingOf(it)}
        </li>
      ))}
    </ul>
  )
}
