// Fingers — ten positions as thumbnails of both people; the chosen pair large below them.

import { useState } from 'react'
import { type FingerPosition, fingerPositions } from '#enrollment/fingers'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { comparedOf } from './compared.ts'
import { FingerStrip, imagePath } from './finger-strip.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { PairViewer } from './pair-viewer.tsx'
import type { AdjudicationReply, PairsReply, ShownPerson } from './wire.ts'

export interface FingersProps {
  readonly reply: AdjudicationReply
  readonly candidate: AdjudicationReply['candidates'][number]
}

export function Fingers({ reply, candidate }: FingersProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { caseId, newcomer } = reply
  const { person } = candidate
  const pairs = useAsk<PairsReply>(`/api/adjudications/${caseId}/pairs/${person.caseId}`)
  const [showsScore, setShowsScore] = useState(false)
  const compared = comparedOf(newcomer, candidate)
  const onBoth = fingerPositions.filter((position) => compared.has(position))
  const [chosen, setChosen] = useState<FingerPosition | undefined>(onBoth[0])
  const scoreOf = (position: FingerPosition) => {
    const is = (finger: { readonly position: number }) => finger.position === position
    const score = (candidate.fingers.find(is) ?? pairs.data?.fingers.find(is))?.score
    return showsScore && score !== undefined ? format.number(score, 1) : ''
  }
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
            {words.score}: {format.number(candidate.score, 1)}
          </p>
        )}
        <FingerStrip
          {...{ caseId, newcomer, compared, chosen, scoreOf }}
          recorded={person}
          onChoose={setChosen}
        />
        <ChosenPair {...{ caseId, newcomer, person, compared, chosen }} pairs={pairs.data} />
        {chosen !== undefined && <Steps onBoth={onBoth} chosen={chosen} onChoose={setChosen} />}
      </Stack>
    </Sheet>
  )
}

interface ChosenPairProps {
  readonly caseId: string
  readonly newcomer: ShownPerson
  readonly person: ShownPerson
  readonly compared: ReadonlyMap<FingerPosition, FingerPosition>
  readonly chosen: FingerPosition | undefined
  readonly pairs: PairsReply | undefined
}

function ChosenPair({ caseId, newcomer, person, compared, chosen, pairs }: ChosenPairProps) {
  const words = useWords({ id, en })
  const fingerAt = (of: ShownPerson, position: number | undefined) =>
    of.fingers.find((finger) => finger.position === position)
  const recorded = chosen === undefined ? undefined : compared.get(chosen)
  const [ours, theirs] = [fingerAt(newcomer, chosen), fingerAt(person, recorded)]
  if (chosen === undefined || ours === undefined || theirs === undefined) {
    return <Notice tone="needs">{words.nothingToCompare}</Notice>
  }
  const name = words.finger(chosen)
  const elsewhere = words.finger(theirs.position as FingerPosition)
  return (
    <PairViewer
      key={chosen}
      title={name === elsewhere ? name : `${name} (${words.recordedAs(elsewhere)})`}
      left={{ src: imagePath(caseId, 'newcomer', chosen), finger: ours }}
      right={{ src: imagePath(caseId, person.caseId, theirs.position), finger: theirs }}
      pairs={pairs?.fingers.find((finger) => finger.position === chosen)?.pairs ?? []}
    />
  )
}

interface StepsProps {
  readonly onBoth: readonly FingerPosition[]
  readonly chosen: FingerPosition
  readonly onChoose: (position: FingerPosition | undefined) => void
}

function Steps({ onBoth, chosen, onChoose }: StepsProps) {
  const words = useWords({ id, en })
  const at = onBoth.indexOf(chosen)
  return (
    <Actions>
      <ActionButton
        look="plain"
        shortcut="ArrowLeft"
        disabled={at <= 0}
        onAct={() => onChoose(onBoth[at - 1])}
      >
        {words.previousFinger}
      </ActionButton>
      <ActionButton
        look="plain"
        shortcut="ArrowRight"
        disabled={at === onBoth.length - 1}
        onAct={() => onChoose(onBoth[at + 1])}
      >
        {words.nextFinger}
      </ActionButton>
    </Actions>
  )
}
