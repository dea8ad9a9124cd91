// Searches shown — when the newcomer was searched, among how many people, and on what terms.

import { Facts } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { oneInOf } from './likelihood.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './past-shown.module.css'
import type { AdjudicationReply } from './wire.ts'

type Search = AdjudicationReply['searches'][number]

export function SearchesShown({ searches }: Pick<AdjudicationReply, 'searches'>) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <Sheet title={words.searched}>
      {searches.length === 0 ? (
        <p className={css.soft}>{words.searchedNever}</p>
      ) : (
        <ul className={css.entries}>
          {searches.map((it) => (
            <li key={it.atMs}>
              <span>
                {words.searchedWhen(
                  format.dateTime(it.atMs),
                  format.number(it.people),
                  format.number(it.found),
                )}
              </span>
              {it.terms === null ? (
                <span className={css.soft}>{words.termsUnknown}</span>
              ) : (
                <Terms terms={it.terms} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

/** Of a hash as much as tells two versions apart. */
const versionLetters = 12

function Terms({ terms }: { readonly terms: NonNullable<Search['terms']> }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const score = (value: number) => format.number(value, 1)
  return (
    <details className={css.details}>
      <summary>{words.termsTitle}</summary>
      <Facts
        columns={2}
        facts={[
          {
            label: words.terms.compared,
            value: words.terms.comparedOf(
              format.number(terms.comparedRecords),
              format.number(terms.fingers),
            ),
          },
          {
            label: words.terms.expertFrom,
            value: words.terms.expertAt(
              score(terms.adjudicateScoreMin),
              format.number(oneInOf(terms.rate)),
            ),
          },
          { label: words.terms.certainFrom, value: score(terms.duplicateScoreMin) },
          { label: words.terms.through, value: format.number(terms.throughSeq) },
          {
            label: words.terms.parameters,
            value: <code>{terms.parametersSha256.slice(0, versionLetters)}</code>,
          },
        ]}
      />
      {terms.searched !== undefined && <Answered {...terms.searched} />}
    </details>
  )
}

type Parts = NonNullable<NonNullable<Search['terms']>['searched']>

/** Matcher by matcher, with the parts it answered for in the look at everybody; where the last look
 * asked another one, that one too. */
function Answered({ everybody, since }: Parts) {
  const words = useWords({ id, en })
  const format = useFormat()
  const told = ({ matcher, seq }: Parts['since'][number]) =>
    words.terms.answeredUpTo(matcher, format.number(seq))
  const later = new Map(since.map((it) => [it.partition, told(it)]))
  const partsOf = new Map<string, string[]>()
  for (const it of everybody) {
    const [first, last] = [told(it), later.get(it.partition)]
    const answer = last === undefined || last === first ? first : `${first} → ${last}`
    partsOf.set(answer, [...(partsOf.get(answer) ?? []), it.partition])
  }
  return (
    <>
      <p className={css.soft}>{words.terms.answered}</p>
      <ul className={css.answers}>
        {[...partsOf].sort(byName).map(([answer, parts]) => (
          <li key={answer}>
            {answer}:{' '}
            {parts.length > namedMax
              ? words.terms.answeredParts(format.number(parts.length))
              : parts.map((it) => <code key={it}>{it}</code>)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** More of them would be a wall of digits; all of them are stored with the search. */
const namedMax = 8

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a.localeCompare(b, undefined, { numeric: true })
