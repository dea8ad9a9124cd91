// Likelihood shown — what a score says, in words first and figures after.

import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import css from './candidates.module.css'
import { type Likelihood, likelihoodOf, strengths, timesMax } from './likelihood.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface LikelihoodShownProps {
  readonly score: number
  readonly peopleSearched: number
}

export function LikelihoodShown({ score, peopleSearched }: LikelihoodShownProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const likelihood = likelihoodOf(score, peopleSearched)
  const { favors, strength, times } = likelihood
  const number = format.number(times, times < 10 && times % 1 !== 0 ? 1 : 0)
  const said = times >= timesMax ? words.timesOrMore(number) : number
  return (
    <span className={css.likelihood}>
      <strong>
        {words.strengths[strength]}
        {strength !== 'none' && ` ${words.supports[favors]}`}
      </strong>
      <Scale likelihood={likelihood} />
      <span>{strength === 'none' ? words.equallyLikely : words.likelier[favors](said)}.</span>
      {favors === 'same' && <ByChance likelihood={likelihood} peopleSearched={peopleSearched} />}
    </span>
  )
}

/** As many fields filled as the scale of words has steps up to here. */
function Scale({ likelihood: { favors, strength } }: { readonly likelihood: Likelihood }) {
  const rank = strengths.indexOf(strength)
  return (
    <span className={css.scale} data-favors={favors} aria-hidden="true">
      {strengths.slice(1).map((it, i) => (
        <span key={it} data-filled={i < rank} />
      ))}
    </span>
  )
}

const seldomMax = 1_000_000

function ByChance({
  likelihood: { byChanceMax },
  peopleSearched,
}: {
  readonly likelihood: Likelihood
  readonly peopleSearched: number
}) {
  const words = useWords({ id, en })
  const format = useFormat()
  if (peopleSearched === 0) return null
  const people = format.number(peopleSearched)
  if (byChanceMax >= 1) {
    return <span>{words.byChanceMany(format.number(Math.round(byChanceMax)), people)}</span>
  }
  const searches = Math.min(seldomMax, Number((1 / byChanceMax).toPrecision(2)))
  return <span>{words.byChanceSeldom(format.number(searches), people)}</span>
}
