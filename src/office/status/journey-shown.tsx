// Journey shown — one case for who holds its ticket: what to do next, the whole way, three clocks.

import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { Facts } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { Journey } from '#kit/web/journey'
import { useLanguage, useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { endingWords } from '../cases/ending.ts'
import { statusWord } from '../cases/status-words.ts'
import { journeyOf } from './journey.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { StatusReply } from './wire.ts'

export interface JourneyShownProps {
  readonly reply: StatusReply
  readonly isPending: boolean
  readonly onAgain: () => void
  readonly onAnother: () => void
}

export function JourneyShown({ reply, isPending, onAgain, onAnother }: JourneyShownProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <Stack>
      <Now reply={reply} />
      <Sheet title={words.journey} aside={words.asOf(format.time(reply.nowMs))}>
        <Way reply={reply} />
      </Sheet>
      <Sheet title={words.clocks}>
        <Stack tight>
          <Clocks reply={reply} />
          <p>{words.free}</p>
        </Stack>
      </Sheet>
      <Actions>
        <ActionButton look="plain" busy={isPending} onAct={onAgain}>
          {words.lookAgain}
        </ActionButton>
        <ActionButton look="plain" onAct={onAnother}>
          {words.another}
        </ActionButton>
        <ActionLink look="quiet" to="/pengaduan">
          {words.complain}
        </ActionLink>
      </Actions>
    </Stack>
  )
}

const finished = ['done']
const halted = ['failed', 'closed']

function Now({ reply }: { readonly reply: StatusReply }) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const { returned, ending, waitingAt, status, ticket } = reply
  const isResidentsTurn = journeyOf(reply).some(({ state }) => state === 'needs')
  const tone = finished.includes(waitingAt)
    ? 'done'
    : isResidentsTurn || halted.includes(waitingAt)
      ? 'needs'
      : 'calm'
  return (
    <>
      <Notice
        tone={tone}
        title={`${words.titleOf(ticket)}: ${statusWord(status, language)}`}
        takesFocus
      >
        {returned === null && ending === null && words.turns[waitingAt]}
      </Notice>
      {returned !== null && <Returned returned={returned} />}
      {ending !== null && (
        <Notice tone="needs" title={endingWords(ending, language).title}>
          {endingWords(ending, language).resident}
        </Notice>
      )}
    </>
  )
}

function Returned({ returned }: { readonly returned: NonNullable<StatusReply['returned']> }) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <Notice
      tone="needs"
      title={`${words.returnedBy[returned.by]}, ${format.dateTime(returned.atMs)}`}
    >
      <Stack tight>
        <p>“{returned.reason}”</p>
        <p>{words.returnedNext[returned.by]}</p>
      </Stack>
    </Notice>
  )
}

function Way({ reply }: { readonly reply: StatusReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <Journey
      steps={journeyOf(reply).map(({ step, state, doneAtMs }) => ({
        key: step,
        title: words.steps[step],
        state,
        ...(doneAtMs === null ? {} : { when: format.dateTime(doneAtMs) }),
        ...(state === 'done' || state === 'next' ? {} : { who: words.turns[reply.waitingAt] }),
      }))}
    />
  )
}

function Clocks({ reply }: { readonly reply: StatusReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { clocks, nowMs, promisedMinutes } = reply
  const told = (span: StatusReply['clocks']['counter']) => {
    if (span === null) return words.notYet
    const spent = format.span((span.toMs ?? nowMs) - span.fromMs)
    return span.toMs === null ? `${spent}, ${words.running}` : spent
  }
  return (
    <Facts
      facts={[
        {
          label: `${words.clockNames.counter} (${words.promised(promisedMinutes)})`,
          value: told(clocks.counter),
        },
        { label: words.clockNames.center, value: told(clocks.center) },
        { label: words.clockNames.card, value: told(clocks.card) },
      ]}
    />
  )
}
