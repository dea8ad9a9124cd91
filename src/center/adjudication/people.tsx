// People — who is compared: the newcomer at the left, the chosen record at the right.

import { type ReactNode, useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { StatusWord } from '#kit/web/status-word'
import { biodataRowsOf } from './biodata-rows.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './people.module.css'
import type { AdjudicationReply, ShownPerson } from './wire.ts'

export interface PeopleProps {
  readonly reply: AdjudicationReply
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

export function People({ reply, chosen, onChoose }: PeopleProps) {
  const words = useWords({ id, en })
  const count = reply.candidates.length
  const candidate = reply.candidates[chosen]
  return (
    <div className={css.people}>
      <PersonCard reply={reply} person={reply.newcomer} which="newcomer" role={words.newcomer} />
      {candidate !== undefined && (
        <PersonCard
          key={candidate.person.caseId}
          reply={reply}
          person={candidate.person}
          which={candidate.person.caseId}
          role={count === 1 ? words.recorded : words.recordedOf(chosen + 1, count)}
          isOwnNik={candidate.isOwnNik}
        >
          {count > 1 && (
            <div className={css.choose}>
              <ActionButton
                look="quiet"
                shortcut="ArrowUp"
                label={words.recordedOf(Math.max(1, chosen), count)}
                disabled={chosen === 0}
                onAct={() => onChoose(chosen - 1)}
              >
                ‹
              </ActionButton>
              <ActionButton
                look="quiet"
                shortcut="ArrowDown"
                label={words.recordedOf(Math.min(count, chosen + 2), count)}
                disabled={chosen === count - 1}
                onAct={() => onChoose(chosen + 1)}
              >
                ›
              </ActionButton>
            </div>
          )}
        </PersonCard>
      )}
    </div>
  )
}

interface PersonCardProps {
  readonly reply: AdjudicationReply
  readonly person: ShownPerson
  readonly which: string
  readonly role: string
  readonly isOwnNik?: boolean
  readonly children?: ReactNode
}

function PersonCard(props: PersonCardProps) {
  const { reply, person, which, role } = props
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const [hasPhoto, setHasPhoto] = useState(true)
  const rows = biodataRowsOf(person.biodata, undefined, language)
  const said = (field: string) => rows.find((row) => row.field === field)?.newcomer
  return (
    <section className={css.person} aria-label={role}>
      {hasPhoto ? (
        <img
          className={css.photo}
          src={`/api/adjudications/${reply.caseId}/images/${which}/photo`}
          alt={words.photoOf(role)}
          onError={() => setHasPhoto(false)}
        />
      ) : (
        <span className={css.photo}>{words.noPhoto}</span>
      )}
      <div className={css.said}>
        <span className={css.role}>{role}</span>
        <h2>{said('name')}</h2>
        <p>
          {said('birthPlace')}, {said('birthDate')}
        </p>
        <p className={css.soft}>
          {person.officeName} · {words.received} {format.dateTime(person.receivedAtMs)}
        </p>
        {props.isOwnNik === true && <StatusWord tone="needs" word={words.ownNik} />}
      </div>
      {props.children}
    </section>
  )
}
