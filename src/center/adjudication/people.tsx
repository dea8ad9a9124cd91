// People — who is compared: the newcomer at the left, the chosen record at the right.

import { useState } from 'react'
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
}

export function People({ reply, chosen }: PeopleProps) {
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
        />
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
    </section>
  )
}
