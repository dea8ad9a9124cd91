// State notice — how the gallery stands in one sentence, and what to do about it.

import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import type { Tone } from '#kit/web/tones'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { type GalleryState, heirsOf, stateOf } from './state.ts'
import type { GalleryReply } from './wire.ts'

const tones: Readonly<Record<GalleryState['kind'], Tone>> = {
  ...{ 'one-process': 'calm', building: 'calm', whole: 'done' },
  ...{ 'no-map': 'needs', 'first-map': 'needs', 'one-copy': 'needs', lost: 'refusal' },
}

export function StateNotice({ reply }: { readonly reply: GalleryReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const state = stateOf(reply)
  if (state.kind === 'lost' || state.kind === 'one-copy') {
    const count = format.number(state.parts.length)
    return (
      <Notice tone={tones[state.kind]} title={words.parts[state.kind](count)}>
        <Stack tight>
          <p>{words.meaning[state.kind]}</p>
          <p>{words.theseParts(state.parts.join(', '))}</p>
          <Due due={state.due} reply={reply} />
        </Stack>
      </Notice>
    )
  }
  return (
    <Notice tone={tones[state.kind]} title={words.states[state.kind]}>
      <p>{words.meaning[state.kind]}</p>
      {state.kind === 'no-map' && <Command line={words.mapCommand} />}
    </Notice>
  )
}

interface DueProps {
  readonly due: (GalleryState & { readonly kind: 'lost' })['due']
  readonly reply: GalleryReply
}

/** What to do, by why a copy is missing. */
function Due({ due, reply }: DueProps) {
  const words = useWords({ id, en })
  const heirs = heirsOf(reply, due.gone)
  return (
    <>
      {due.loading.length > 0 && <p>{words.dueLoading(due.loading.join(', '))}</p>}
      {due['other-version'].length > 0 && (
        <p>{words.dueVersion(due['other-version'].join(', '))}</p>
      )}
      {due.gone.length > 0 && (
        <>
          <p>{words.dueGone(due.gone.join(', '))}</p>
          {due.gone.map((it) => (
            <Command key={it} line={`systemctl start loket-matcher@${it}`} />
          ))}
          {heirs.length > 0 && (
            <>
              <p>{words.dueLost}</p>
              {due.gone.map((it) => (
                <Command key={it} line={`loket matchers replace ${it} ${heirs.join(' ')}`} />
              ))}
            </>
          )}
        </>
      )}
    </>
  )
}

function Command({ line }: { readonly line: string }) {
  return (
    <p>
      <code className={css.command}>{line}</code>
    </p>
  )
}
