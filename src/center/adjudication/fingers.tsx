// Fingers — ten positions as thumbnails of both people; the chosen pair large below them.

import { useState } from 'react'
import { type FingerPosition, fingerPositions } from '#enrollment/fingers'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import css from './fingers.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { PairViewer } from './pair-viewer.tsx'
import type { AdjudicationReply, PairsReply } from './wire.ts'

export interface FingersProps {
  readonly reply: AdjudicationReply
  readonly candidate: AdjudicationReply['candidates'][number]
}

export function imagePath(caseId: string, which: string, position: number): string {
  return `/api/adjudications/${caseId}/images/${which}/finger-${position}`
}

export function Fingers({ reply, candidate }: FingersProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { caseId, newcomer } = reply
  const other = candidate.person
  const pairs = useAsk<PairsReply>(`/api/adjudications/${caseId}/pairs/${other.caseId}`)
  const [showsScore, setShowsScore] = useState(false)
  const onBoth = fingerPositions.filter((position) =>
    [newcomer, other].every((it) => it.fingers.some((finger) => finger.position === position)),
  )
  const [chosen, setChosen] = useState<FingerPosition | undefined>(onBoth[0])
  const at = chosen === undefined ? -1 : onBoth.indexOf(chosen)
  const pairOf = (position: number) =>
    pairs.data?.fingers.find((finger) => finger.position === position)
  const scoreOf = (position: number) => {
    const score = pairOf(position)?.score
    return showsScore && score !== undefined ? format.number(Math.round(score * 10) / 10) : ''
  }
  const fingerOf = (person: typeof newcomer) =>
    person.fingers.find((finger) => finger.position === chosen)
  const [ours, theirs] = [fingerOf(newcomer), fingerOf(other)]
  return (
    <Sheet
      title={words.fingers}
      aside={
        <ActionButton look="quiet" shortcut="N" onAct={() => setShowsScore(!showsScore)}>
          {showsScore ? words.hideScore : words.showScore}
        </ActionButton>
      }
    >
      <Stack tight>
        {showsScore && (
          <p role="status">
            {words.score}: {format.number(Math.round(candidate.score * 10) / 10)}
          </p>
        )}
        <div className={css.strip}>
          {fingerPositions.map((position) => (
            <button
              key={position}
              type="button"
              className={css.thumb}
              aria-pressed={position === chosen}
              disabled={!onBoth.includes(position)}
              title={onBoth.includes(position) ? undefined : words.notBoth}
              onClick={() => setChosen(position)}
            >
              <span className={css.images}>
                {[newcomer, other].map((person) => (
                  <Thumb
                    key={person.caseId}
                    src={
                      person.fingers.some((finger) => finger.position === position)
                        ? imagePath(
                            caseId,
                            person === newcomer ? 'newcomer' : person.caseId,
                            position,
                          )
                        : undefined
                    }
                  />
                ))}
              </span>
              <span className={css.name}>{words.finger(position)}</span>
              {showsScore && <span className={css.score}>{scoreOf(position)}</span>}
            </button>
          ))}
        </div>
        {chosen === undefined || ours === undefined || theirs === undefined ? (
          <Notice tone="needs">{words.nothingToCompare}</Notice>
        ) : (
          <>
            <PairViewer
              key={chosen}
              title={words.finger(chosen)}
              left={{ src: imagePath(caseId, 'newcomer', chosen), finger: ours }}
              right={{ src: imagePath(caseId, other.caseId, chosen), finger: theirs }}
              pairs={pairOf(chosen)?.pairs ?? []}
            />
            <Actions>
              <ActionButton
                look="plain"
                shortcut="ArrowLeft"
                disabled={at <= 0}
                onAct={() => setChosen(onBoth[at - 1])}
              >
                {words.previousFinger}
              </ActionButton>
              <ActionButton
                look="plain"
                shortcut="ArrowRight"
                disabled={at === onBoth.length - 1}
                onAct={() => setChosen(onBoth[at + 1])}
              >
                {words.nextFinger}
              </ActionButton>
            </Actions>
          </>
        )}
      </Stack>
    </Sheet>
  )
}

function Thumb({ src }: { readonly src: string | undefined }) {
  if (src === undefined) return <span className={css.noImage} />
  // The button that holds it is named by the finger.
  return <img src={src} alt="" loading="lazy" />
}
