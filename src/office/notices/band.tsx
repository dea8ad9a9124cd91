// Band — above every officer's page: what the center says of itself, while it holds or will hold.

import { useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import css from './band.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { CenterNoticesReply } from './wire.ts'

const asksEveryMs = 5_000

export function CenterNoticesBand() {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const asked = useAsk<CenterNoticesReply>('/api/center-notices', { everyMs: asksEveryMs })
  const notices = asked.data?.notices ?? []
  return (
    // Always there, so that what comes into it is read out.
    <section className={css.band} aria-live="polite" aria-label={words.from} data-no-print="">
      {notices.map(({ noticeId, kind, fromMs, toMs, text }) => (
        <Notice
          key={noticeId}
          tone="needs"
          title={`${words.from}: ${words.kinds[kind]} · ${spanOf(fromMs, toMs)}`}
        >
          {text[language]}
        </Notice>
      ))}
    </section>
  )

  function spanOf(fromMs: number, toMs: number): string {
    const isOneDay = format.date(fromMs) === format.date(toMs)
    const to = isOneDay ? format.time(toMs) : format.dateTime(toMs)
    return words.span(format.dateTime(fromMs), to)
  }
}
