// Figures — the gallery in numbers: people, memory, its latest change, and the searches of this process.

import { Figure } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { bytesShown, timeShown } from './amounts.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { GalleryReply } from './wire.ts'

export function Figures({ reply }: { readonly reply: GalleryReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { people, bytes, residentBytes, lastSeq, lag, searches, failedCount, place } = reply
  const { medianMs, slowestMs } = searches
  const note =
    medianMs === null || slowestMs === null
      ? words.noSearches
      : words.searchTimes(timeShown(format, medianMs), timeShown(format, slowestMs))
  const memoryNote =
    place === 'one-process'
      ? words.processBytes(bytesShown(format, residentBytes))
      : words.allCopies
  return (
    <Sheet title={words.figuresTitle}>
      <div className={css.figures}>
        <Figure label={words.people} value={format.number(people)} />
        <Figure label={words.bytes} value={bytesShown(format, bytes)} note={memoryNote} />
        <Figure
          label={words.lastChange}
          value={format.number(lastSeq)}
          note={lag === 0 ? words.upToDate : words.nextSearch(format.number(lag))}
        />
        <Figure
          label={words.searchesPerMinute}
          value={format.number(searches.lastMinute)}
          note={note}
        />
        <Figure
          label={words.failed}
          value={format.number(failedCount)}
          note={words.sinceStart}
          {...(failedCount > 0 ? { tone: 'needs' as const } : {})}
        />
      </div>
    </Sheet>
  )
}
