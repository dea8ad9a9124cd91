// Candidates — whom the machine finds alike, the likeliest first; one of them is shown beside the newcomer.

import { ActionButton } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import css from './candidates.module.css'
import { comparedOf, isMixedUp } from './compared.ts'
import { LikelihoodShown } from './likelihood-shown.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { AdjudicationReply } from './wire.ts'

export interface CandidatesProps {
  readonly reply: AdjudicationReply
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

export function Candidates({ reply, chosen, onChoose }: CandidatesProps) {
  const words = useWords({ id, en })
  const { newcomer, candidates, searches } = reply
  const count = candidates.length
  const people = searches.at(-1)?.people ?? 0
  return (
    <Sheet
      title={words.candidateList}
      aside={count > 1 && <Steps chosen={chosen} count={count} onChoose={onChoose} />}
    >
      <ol className={css.list}>
        {candidates.map((it, i) => (
          <li key={it.person.caseId}>
            <button
              type="button"
              className={css.candidate}
              aria-pressed={i === chosen}
              onClick={() => onChoose(i)}
            >
              <span className={css.who}>
                <span className={css.name}>{words.candidateNames(i + 1, count)}</span>
                {it.isOwnNik && <StatusWord tone="needs" word={words.ownNik} />}
                {isMixedUp(it.fingers) && <StatusWord tone="needs" word={words.mixedUp} />}
                {i === chosen && count > 1 && <span className={css.shown}>{words.shown}</span>}
              </span>
              {comparedOf(newcomer, it).size > 0 ? (
                <LikelihoodShown
                  score={it.score}
                  falsePositiveRate={it.falsePositiveRate}
                  people={people}
                />
              ) : (
                <span className={css.likelihood}>{words.noLikelihood}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
      <p className={css.note}>{words.machineOnly}</p>
    </Sheet>
  )
}

function Steps({
  chosen,
  count,
  onChoose,
}: Omit<CandidatesProps, 'reply'> & { readonly count: number }) {
  const words = useWords({ id, en })
  return (
    <span className={css.steps}>
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
    </span>
  )
}
