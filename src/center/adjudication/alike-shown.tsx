// Alike shown — who is like the newcomer on paper, by what, and what their fingers say.

import { ActionButton } from '#kit/web/action-button'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import type { CalendarDate } from '#resident/calendar-date'
import { longDate } from '#resident/date-words'
import css from './alike-shown.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import type { AdjudicationReply } from './wire.ts'

type Alike = AdjudicationReply['alike'][number]

export interface AlikeShownProps {
  readonly reply: AdjudicationReply
  readonly onChoose: (candidate: number) => void
}

export function AlikeShown({ reply: { alike, candidates }, onChoose }: AlikeShownProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const language = useLanguage()
  return (
    <Sheet title={words.alike.title}>
      {alike.length === 0 ? (
        <p className={css.soft}>{words.alike.none}</p>
      ) : (
        <ul className={css.list}>
          {alike.map((it) => (
            <li key={it.caseId}>
              <span className={css.who}>
                <strong>{it.name}</strong>
                <span className={css.soft}>
                  {words.alike.born(longDate(it.birthDate as CalendarDate, language))} ·{' '}
                  {it.officeName} · {words.received} {format.dateTime(it.receivedAtMs)}
                </span>
              </span>
              <span className={css.by}>
                {likenesses(it, words, format.percent).map((word) => (
                  <StatusWord key={word} tone="needs" word={word} />
                ))}
              </span>
              <span className={css.fingers}>
                <span>{words.alike.fingers[it.fingers]}</span>
                {it.candidate !== null && (
                  <Shows candidate={it.candidate} count={candidates.length} onChoose={onChoose} />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={css.note}>{words.alike.note}</p>
    </Sheet>
  )
}

function Shows({
  candidate,
  count,
  onChoose,
}: {
  readonly candidate: number
  readonly count: number
  readonly onChoose: AlikeShownProps['onChoose']
}) {
  const words = useWords({ id, en })
  const name = words.candidateNames(candidate + 1, count)
  if (count === 1) return <strong>{name}</strong>
  return (
    <ActionButton look="quiet" onAct={() => onChoose(candidate)}>
      {words.alike.show(name)}
    </ActionButton>
  )
}

const nameAlikeMin = 0.5

/** Whoever does not share the NIK was found by a birth date that is the same or near. */
function likenesses(
  { sameNik, sameBirthDate, nameSimilarity }: Alike,
  { alike }: Messages,
  percent: (share: number) => string,
): readonly string[] {
  const words: string[] = []
  if (sameNik) words.push(alike.sameNik)
  if (nameSimilarity === 1) words.push(alike.sameName)
  else if (nameSimilarity >= nameAlikeMin) words.push(alike.nearName(percent(nameSimilarity)))
  if (sameBirthDate) words.push(alike.sameBirthDate)
  else if (!sameNik) words.push(alike.nearBirthDate)
  return words
}
