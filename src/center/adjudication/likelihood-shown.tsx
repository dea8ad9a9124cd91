// Likelihood shown — what a score says, in words first and figures after, and how often a stranger has it.

import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import css from './candidates.module.css'
import {
  type Likelihood,
  likelihoodOf,
  oneInMax,
  oneInOf,
  strengths,
  timesMax,
} from './likelihood.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export interface LikelihoodShownProps {
  readonly score: number
  /** Null where nobody was searched: compared one to one. */
  readonly falsePositiveRate: number | null
  readonly people: number
}

export function LikelihoodShown({ score, falsePositiveRate, people }: LikelihoodShownProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const likelihood = likelihoodOf(score)
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
      <span>
        {strength === 'none' ? words.equallyLikely : words.likelier[favors](said)} (
        {words.scoreOf(format.number(score, 1))}).
      </span>
      {falsePositiveRate === null ? (
        <span>{words.oneToOne}</span>
      ) : (
        <FalsePositives rate={falsePositiveRate} people={people} />
      )}
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

/** Two of three searches and more. */
const oftenMax = 1.5

function FalsePositives({ rate, people }: { readonly rate: number; readonly people: number }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const oneIn = oneInOf(rate)
  const among = format.number(people)
  if (oneIn < oftenMax) return <span>{words.fprOften(among)}</span>
  const searches = format.number(oneIn, oneIn < 10 && oneIn % 1 !== 0 ? 1 : 0)
  return (
    <span>{oneIn < oneInMax ? words.fpr(searches, among) : words.fprSeldom(searches, among)}</span>
  )
}
