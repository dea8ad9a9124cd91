// Finger check — which finger, the scanner at this computer, and the press that is compared.

import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { ChoiceCards } from '#kit/web/choice-cards'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Columns, Sheet, Stack } from '#kit/web/page'
import { captureWith, type Scanner } from '../records/browser-scanner.ts'
import { ScannerState, useScanner } from '../records/scanner-state.tsx'
import css from './finger-check.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { Verdict } from './verdict.tsx'
import type { FingerAsked, FingerTaken, HandoversReply } from './wire.ts'

export interface FingerCheckProps {
  readonly card: HandoversReply['waiting'][number]
  readonly scannerPorts: HandoversReply['scannerPorts']
  readonly onIssued: () => void
}

export function FingerCheck({ card, scannerPorts, onIssued }: FingerCheckProps) {
  const words = useWords({ id, en })
  const [chosen, setChosen] = useState(String(card.positions[0]))
  const found = useScanner(scannerPorts)
  const press = usePress(card.caseId, onIssued)
  const triesLeft = press.taken?.triesLeft ?? card.triesLeft
  const { scanner } = found
  const take = () => scanner && void press.take(scanner, Number(chosen))
  return (
    <Stack>
      {press.taken?.outcome === 'refused' && press.step === undefined && (
        <Verdict outcome="refused" name={card.name} key={press.taken.nth} />
      )}
      {triesLeft === 0 ? (
        <Notice tone="refusal" title={words.noTriesTitle}>
          {words.noTriesHelp}
        </Notice>
      ) : (
        <Columns>
          <Sheet>
            <Stack tight>
              <ScannerState of={found} />
              <p className={css.say}>{words.say(words.fingers[Number(chosen)] ?? '')}</p>
              <ActionButton
                shortcut="S"
                size="large"
                busy={press.step !== undefined}
                disabled={scanner === undefined}
                why={words.scannerNone}
                icon={<IconFingerprint size={24} stroke={1.75} aria-hidden="true" />}
                onAct={take}
              >
                {words.take}
              </ActionButton>
              <Progress press={press} finger={words.fingers[Number(chosen)] ?? ''} />
              <p>{words.triesLeft(triesLeft)}</p>
            </Stack>
          </Sheet>
          <Sheet>
            <FingerChoice positions={card.positions} value={chosen} onChoose={setChosen} />
          </Sheet>
        </Columns>
      )}
    </Stack>
  )
}

interface ProgressProps {
  readonly press: ReturnType<typeof usePress>
  readonly finger: string
}

/** What happens now, or why it came to nothing. */
function Progress({ press: { step, issue, silent }, finger }: ProgressProps) {
  const words = useWords({ id, en })
  return (
    <>
      {issue !== undefined && <IssueNotice issue={issue} takesFocus />}
      {silent && (
        <Notice tone="needs" takesFocus>
          {words.scannerSilent}
        </Notice>
      )}
      <p role="status" className={css.step}>
        {step === 'asking' && words.asking}
        {step === 'placing' && words.placing(finger)}
        {step === 'comparing' && words.comparing}
      </p>
    </>
  )
}

interface FingerChoiceProps {
  readonly positions: readonly number[]
  readonly value: string
  readonly onChoose: (value: string) => void
}

function FingerChoice({ positions, value, onChoose }: FingerChoiceProps) {
  const words = useWords({ id, en })
  return (
    <ChoiceCards
      legend={words.finger}
      help={words.fingerHelp}
      name="finger"
      value={value}
      onChoose={onChoose}
      choices={positions.map((position, index) => ({
        value: String(position),
        title: words.fingers[position] ?? String(position),
        ...(index === 0 ? { help: words.recommended } : {}),
      }))}
    />
  )
}

type Step = 'asking' | 'placing' | 'comparing'

/** The office asks, the scanner presses, the office compares. */
function usePress(caseId: string, onIssued: () => void) {
  const path = `/api/handovers/${caseId}`
  const [step, setStep] = useState<Step>()
  const [silent, setSilent] = useState(false)
  const [taken, setTaken] = useState<FingerTaken & { readonly nth: number }>()
  const ask = useAct<FingerAsked, { readonly position: number; readonly deviceId: string }>({
    path: `${path}/transaction`,
  })
  const compare = useAct<
    FingerTaken,
    { readonly transactionId: string; readonly response: unknown }
  >({ path, refreshes: ['/api/handovers', '/api/cases'] })
  const press = async (scanner: Scanner, position: number) => {
    setStep('asking')
    const asked = await ask.mutateAsync({ position, deviceId: scanner.deviceId })
    setStep('placing')
    const response = await captureWith(scanner, asked.request)
    if (!response.ok) return setSilent(true)
    setStep('comparing')
    const { transactionId } = asked
    const answer = await compare.mutateAsync({ transactionId, response: response.value })
    if (answer.outcome === 'issued') onIssued()
    else setTaken((last) => ({ ...answer, nth: (last?.nth ?? 0) + 1 }))
  }
  return {
    step,
    silent,
    taken,
    issue: ask.error ?? compare.error ?? undefined,
    async take(scanner: Scanner, position: number) {
      setSilent(false)
      ask.reset()
      compare.reset()
      try {
        await press(scanner, position)
      } catch {
        // What was refused stands in `issue`.
      } finally {
        setStep(undefined)
      }
    },
  }
}
