// Own fingers — an operator lays his own ten on the scanner once, and is nudged until he did.

import { useState } from 'react'
import { type Slap, slaps } from '#enrollment/fingers'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { ScannerState, useScanner } from '../records/scanner-state.tsx'
import { nameOf, namesOf, problemOf } from './finger-words.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { usePress } from './press.tsx'
import { Preview } from './preview.tsx'
import { slapOrder } from './steps.ts'
import type { OwnFingersReply, OwnSlapTaken } from './wire.ts'

const path = '/api/operator-fingers'

export function OwnFingers() {
  const words = useWords({ id, en }).own
  const asked = useAsk<OwnFingersReply>(path)
  const [opened, setOpened] = useState(false)
  const own = asked.data
  if (own === undefined) return null
  const isWhole = own.positions.length === 10
  const start = (
    <ActionButton look="plain" onAct={() => setOpened(true)}>
      {words.start}
    </ActionButton>
  )
  if (!opened && own.positions.length === 0) {
    return (
      <Notice tone="needs" title={words.none} action={start}>
        {words.noneHelp}
      </Notice>
    )
  }
  return (
    <Sheet title={words.title} aside={isWhole ? words.all : words.count(own.positions.length)}>
      <Stack tight>
        <p>{words.why}</p>
        {opened ? (
          <Register own={own} onClose={() => setOpened(false)} />
        ) : (
          !isWhole && <Actions>{start}</Actions>
        )}
      </Stack>
    </Sheet>
  )
}

interface RegisterProps {
  readonly own: OwnFingersReply
  readonly onClose: () => void
}

function Register({ own, onClose }: RegisterProps) {
  const words = useWords({ id, en })
  const found = useScanner(own.scannerPorts)
  const { scanner } = found
  const press = usePress<OwnSlapTaken>(scanner, path, [path])
  const [slap, setSlap] = useState<Slap>('right-four')
  const due =
    slapOrder.find((it) => slaps[it].some((position) => !own.positions.includes(position))) ?? slap
  const isWhole = own.positions.length === 10
  const isBusy = press.state !== 'idle'
  return (
    <>
      <ScannerState of={found} />
      {scanner !== undefined && !isWhole && (
        <Preview scanner={scanner} slap={due} label={words.fingers.preview} />
      )}
      {press.issue !== undefined && <IssueNotice issue={press.issue} takesFocus />}
      <div role="status">
        {press.state === 'taking' && words.fingers.taking}
        {press.state === 'measuring' && words.fingers.measuring}
        {!isBusy && press.taken !== undefined && <Taken taken={press.taken} />}
      </div>
      <Actions>
        {!isWhole && (
          <ActionButton
            shortcut="A"
            busy={isBusy}
            disabled={scanner === undefined}
            onAct={() => {
              setSlap(due)
              void press.take(due)
            }}
          >
            {`${words.own.register}: ${words.fingers.slaps[due]}`}
          </ActionButton>
        )}
        <ActionButton look="plain" onAct={onClose}>
          {words.own.close}
        </ActionButton>
      </Actions>
    </>
  )
}

function Taken({ taken }: { readonly taken: OwnSlapTaken }) {
  const words = useWords({ id, en })
  return (
    <ul>
      {taken.fingers.map(({ position, quality, registered, problems }) => (
        <li key={position}>
          {nameOf(words.fingers, position)}: {words.fingers.quality(quality)}
          {!registered && ` — ${problemOf(words.fingers, problems) ?? words.own.weak}`}
        </li>
      ))}
      {taken.notTaken.length > 0 && (
        <li>{words.fingers.notTaken(namesOf(words.fingers, taken.notTaken))}</li>
      )}
    </ul>
  )
}
