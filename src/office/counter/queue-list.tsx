// Queue list — who is at the counter and who is next; the next by one key, others with a reason.

import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import type { ApiIssue } from '#kit/web/api'
import { ConfirmDialog } from '#kit/web/confirm-dialog'
import { useNow } from '#kit/web/elapsed'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet, Stack } from '#kit/web/page'
import type { Called, QueueReply, QueueRow } from '../cases/queue-wire.ts'
import { JoinQueue } from './join-queue.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'

export interface CallAsked {
  readonly number?: string
  readonly jumpReason?: string
}

export interface QueueListProps {
  readonly reply: QueueReply
  readonly chosen: string | undefined
  /** Absent where one may only look. */
  readonly call: UseMutationResult<Called, ApiIssue, CallAsked> | undefined
  /** Calling is the one thing to do next. */
  readonly isMain: boolean
  readonly onOpen: (caseId: string) => void
}

export function QueueList({ reply, chosen, call, isMain, onOpen }: QueueListProps) {
  const words = useWords({ id, en })
  const [asked, setAsked] = useState<QueueRow>()
  const next = reply.places.find((it) => it.state === 'waiting')
  const open = (place: QueueRow) => {
    if (place.state === 'called') onOpen(place.caseId)
    else if (call !== undefined) setAsked(place)
  }
  return (
    <Sheet title={words.queue}>
      <Stack tight>
        {reply.places.length === 0 && <p className={css.soft}>{words.nobodyWaits}</p>}
        <ul className={css.places}>
          {reply.places.map((place) => (
            <PlaceRow
              key={place.number}
              place={place}
              isChosen={place.caseId === chosen}
              isStill={call === undefined && place.state !== 'called'}
              onOpen={() => open(place)}
            />
          ))}
        </ul>
        {call !== undefined && (
          <ActionButton
            wide
            shortcut="P"
            look={isMain ? 'main' : 'plain'}
            busy={call.isPending}
            disabled={next === undefined}
            why={reply.places.length === 0 ? undefined : words.nobodyWaits}
            onAct={() => call.mutate({})}
          >
            <span className={css.line}>
              {next === undefined ? words.call : `${words.call} ${next.number}`}
            </span>
          </ActionButton>
        )}
        {call !== undefined && <JoinQueue />}
      </Stack>
      {call !== undefined && (
        <CallDialog asked={asked} next={next} call={call} onClose={() => setAsked(undefined)} />
      )}
    </Sheet>
  )
}

interface PlaceRowProps {
  readonly place: QueueRow
  readonly isChosen: boolean
  readonly isStill: boolean
  readonly onOpen: () => void
}

function PlaceRow({ place, isChosen, isStill, onOpen }: PlaceRowProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const nowMs = useNow(30_000)
  const { number, state, lane, absences } = place
  const notes = [
    state === 'waiting' ? format.since(place.queuedAtMs, nowMs) : words.queueStates[state],
    ...(lane === 'B' ? [words.priority] : []),
    ...(absences > 0 ? [words.absences(absences)] : []),
  ]
  return (
    <li>
      <button
        type="button"
        className={css.place}
        data-state={state}
        aria-current={isChosen ? 'true' : undefined}
        disabled={isStill}
        onClick={onOpen}
      >
        <strong>{number}</strong>
        <span>{notes.join(' · ')}</span>
      </button>
    </li>
  )
}

interface CallDialogProps {
  readonly asked: QueueRow | undefined
  readonly next: QueueRow | undefined
  readonly call: UseMutationResult<Called, ApiIssue, CallAsked>
  readonly onClose: () => void
}

/** A click is not a call yet: it asks, and out of order it asks why. */
function CallDialog({ asked, next, call, onClose }: CallDialogProps) {
  const words = useWords({ id, en })
  const number = asked?.number ?? ''
  const isNext = number === next?.number
  const isHeld = asked?.state === 'held'
  const close = () => {
    call.reset()
    onClose()
  }
  const confirm = (reason: string) => {
    const jump = isNext ? {} : { jumpReason: reason }
    call.mutate({ number, ...jump }, { onSuccess: onClose })
  }
  return (
    <ConfirmDialog
      opened={asked !== undefined}
      title={isNext ? words.callNumber(number) : words.callFirst(number)}
      confirm={`${words.call} ${number}`}
      busy={call.isPending}
      issue={call.error}
      onConfirm={confirm}
      onClose={close}
      {...(isNext || isHeld ? {} : { reason: {} })}
    >
      {isHeld ? words.heldHelp : !isNext && next && words.callFirstHelp(next.number)}
    </ConfirmDialog>
  )
}
