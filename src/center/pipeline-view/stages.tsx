// Stages — how many packets wait at each stage and for how long, and what waits for a person.

import { useNow } from '#kit/web/elapsed'
import { Figure } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { PipelineReply, StageRow } from './wire.ts'

const agesEveryMs = 5_000

export function Stages({ reply }: { readonly reply: PipelineReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { setAsideCount, adjudicationCount } = reply
  return (
    <Sheet title={words.stagesTitle}>
      <div className={css.figures}>
        {reply.stages.map((row) => (
          <Stage key={row.stage} row={row} />
        ))}
        <Figure
          label={words.setAside}
          value={format.number(setAsideCount)}
          {...(setAsideCount > 0 ? { tone: 'refusal' as const } : {})}
        />
        <Figure
          label={words.adjudication}
          value={format.number(adjudicationCount)}
          {...(adjudicationCount > 0 ? { tone: 'needs' as const } : {})}
        />
        <Figure label={words.people} value={format.number(reply.galleryPeople)} />
      </div>
    </Sheet>
  )
}

function Stage({ row: { stage, count, oldestAtMs } }: { readonly row: StageRow }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const nowMs = useNow(agesEveryMs)
  return (
    <Figure
      label={words.stages[stage]}
      value={format.number(count)}
      note={
        oldestAtMs === null ? words.nothingWaits : words.longest(format.span(nowMs - oldestAtMs))
      }
    />
  )
}
