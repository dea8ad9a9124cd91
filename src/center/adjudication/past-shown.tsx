// Past shown — earlier decisions about either person; no name in any of it.

import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Columns, Sheet } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './past-shown.module.css'
import type { AdjudicationReply, PastEntry } from './wire.ts'

export interface PastShownProps {
  readonly reply: AdjudicationReply
  readonly candidate: AdjudicationReply['candidates'][number] | undefined
}

export function PastShown({ reply, candidate }: PastShownProps) {
  const words = useWords({ id, en })
  return (
    <Sheet title={words.past}>
      <Columns>
        <PastOf title={words.pastOf.newcomer} past={reply.newcomer.past} />
        {candidate !== undefined && (
          <PastOf title={words.pastOf.recorded} past={candidate.person.past} />
        )}
      </Columns>
    </Sheet>
  )
}

interface PastOfProps {
  readonly title: string
  readonly past: readonly PastEntry[]
}

function PastOf({ title, past }: PastOfProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <div className={css.past}>
      <h3>{title}</h3>
      {past.length === 0 ? (
        <p className={css.soft}>{words.pastNone}</p>
      ) : (
        <ul className={css.entries}>
          {past.map((it, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is past does not change its order
            <li key={i}>
              <span>{words.pastWhat[it.what](outcomeWord(words.outcomes, it, words))}</span>
              <span className={css.soft}>
                {format.dateTime(it.atMs)} · {it.officeName} ·{' '}
                {it.byExpert ? words.byExpert : words.byMachine}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function outcomeWord(
  outcomes: Readonly<Record<string, string>>,
  { outcome }: PastEntry,
  words: { readonly outcomeFailed: string },
): string {
  return outcomes[outcome] ?? words.outcomeFailed
}
