// Step fingers — three presses on the scanner; weak fingers are taken again until good, by itself.

import { useEffect, useEffectEvent, useState } from 'react'
import { type Slap, slaps } from '#enrollment/fingers'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { type ScannerSearch, ScannerState, useScanner } from '../records/scanner-state.tsx'
import { FingerList } from './finger-list.tsx'
import { namesOf } from './finger-words.ts'
import { Hands } from './hands.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { type Press, usePress } from './press.tsx'
import { Preview } from './preview.tsx'
import css from './step-fingers.module.css'
import { StepFrame } from './step-frame.tsx'
import {
  dueSlap,
  isDone,
  isOfSlap,
  isSettledView,
  isSlapDone,
  type StepProps,
  slapOrder,
} from './steps.ts'
import type { CaptureView, SlapTaken } from './wire.ts'

export function StepFingers({ view, arrived, onDone }: StepProps) {
  const words = useWords({ id, en }).fingers
  const path = `/api/captures/${view.caseId}`
  const found = useScanner(view.scannerPorts)
  const press = usePress<SlapTaken>(found.scanner, `${path}/fingers`, [path])
  const [chosen, setChosen] = useState<Slap>()
  const slap = chosen ?? dueSlap(view)
  const isAllDone = isDone(view, 'fingers')
  return (
    <StepFrame title={words.title} say={words.say[slap ?? 'done']} arrived={arrived}>
      <SlapChoice
        view={view}
        slap={slap}
        onChoose={(it) => {
          press.clear()
          setChosen(it)
        }}
      />
      <div className={css.columns}>
        <div className={css.press}>
          {slap !== undefined && (
            <SlapPress
              key={slap}
              {...{ view, slap, found, press }}
              onNext={() => setChosen(undefined)}
            />
          )}
          {isAllDone && (
            <Notice tone="done" action={<ToCheck onDone={onDone} />}>
              {words.say.done}
            </Notice>
          )}
        </div>
        <Hands fingers={view.fingers} due={slap === undefined ? [] : slaps[slap]} />
      </div>
      <FingerList view={view} slap={slap} />
    </StepFrame>
  )
}

function ToCheck({ onDone }: { readonly onDone: () => void }) {
  const words = useWords({ id, en }).fingers
  return (
    <ActionButton shortcut="L" onAct={onDone}>
      {words.toCheck}
    </ActionButton>
  )
}

interface SlapChoiceProps {
  readonly view: CaptureView
  readonly slap: Slap | undefined
  readonly onChoose: (slap: Slap) => void
}

function SlapChoice({ view, slap, onChoose }: SlapChoiceProps) {
  const words = useWords({ id, en }).fingers
  return (
    <fieldset className={css.slaps}>
      <legend className="visually-hidden">{words.chooseSlap}</legend>
      {slapOrder.map((it) => (
        <button
          key={it}
          type="button"
          aria-pressed={it === slap}
          data-done={isSlapDone(view, it)}
          onClick={() => onChoose(it)}
        >
          {words.slaps[it]}
        </button>
      ))}
    </fieldset>
  )
}

interface SlapPressProps {
  readonly view: CaptureView
  readonly slap: Slap
  readonly found: ScannerSearch
  readonly press: Press<SlapTaken>
  readonly onNext: () => void
}

/** While a try is left for a weak finger, the next one comes by itself; the operator can hold it. */
function SlapPress({ view, slap, found, press, onNext }: SlapPressProps) {
  const words = useWords({ id, en }).fingers
  const { scanner } = found
  const [auto, setAuto] = useState(true)
  const fingers = view.fingers.filter(({ position }) => isOfSlap(slap, position))
  const retries = fingers.filter(({ standing }) => standing === 'retry')
  const isBusy = press.state !== 'idle'
  const isSettled = fingers.every(isSettledView)
  const isDue = fingers.some(({ standing }) => standing === 'empty' || standing === 'retry')
  const take = () => {
    setAuto(true)
    void press.take(slap).then((believed) => {
      if (!believed) setAuto(false)
    })
  }
  const mayRetry = auto && !isBusy && press.taken !== undefined && retries.length > 0
  const left = fingers.some(({ triesLeft, standing }) => triesLeft > 0 && standing !== 'excepted')
  return (
    <>
      <ScannerState of={found} />
      {scanner !== undefined && <Preview scanner={scanner} slap={slap} label={words.preview} />}
      {press.issue !== undefined && <IssueNotice issue={press.issue} takesFocus />}
      {mayRetry && <AutoRetry onEnd={take} onHold={() => setAuto(false)} />}
      <Actions>
        <ActionButton
          shortcut="A"
          size="large"
          look={isDue ? 'main' : 'plain'}
          busy={isBusy}
          disabled={scanner === undefined || !left}
          onAct={take}
        >
          {retries.length > 0 ? words.takeAgain : words.take}
        </ActionButton>
        {isSettled && !isDone(view, 'fingers') && (
          <ActionButton shortcut="L" onAct={onNext}>
            {words.next}
          </ActionButton>
        )}
        <span className={css.state} role="status">
          <PressWords press={press} />
        </span>
      </Actions>
    </>
  )
}

function PressWords({ press }: { readonly press: Press<SlapTaken> }) {
  const words = useWords({ id, en }).fingers
  if (press.state === 'taking') return words.taking
  if (press.state === 'measuring') return words.measuring
  const notTaken = press.taken?.notTaken ?? []
  return notTaken.length === 0 ? null : words.notTaken(namesOf(words, notTaken))
}

/** Long enough to read what is to be mended, and to mend it. */
const autoSeconds = 5

function AutoRetry({ onEnd, onHold }: { readonly onEnd: () => void; readonly onHold: () => void }) {
  const words = useWords({ id, en }).fingers
  const [left, setLeft] = useState(autoSeconds)
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : end()), 1_000)
    return () => clearTimeout(timer)
  }, [left])
  return (
    <Notice
      tone="needs"
      action={
        <ActionButton look="plain" shortcut="T" onAct={onHold}>
          {words.hold}
        </ActionButton>
      }
    >
      {words.auto(left)}
    </Notice>
  )
}
