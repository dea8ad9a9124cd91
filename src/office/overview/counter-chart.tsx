// Counter chart — how many residents took how many minutes at the counter, with the promise as a line.

import { useState } from 'react'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet, Stack } from '#kit/web/page'
import { SegmentedControl } from '#kit/web/widgets'
import type { OverviewPartProps } from './figures.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { ShownAs } from './shown-as.tsx'
import type { CounterFigure } from './wire.ts'

type Span = 'today' | 'month'

export function CounterChart({ overview, onOpen }: OverviewPartProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const [span, setSpan] = useState<Span>('today')
  const figure = overview.counter[span]
  const { promisedMinutes } = overview
  const gist =
    figure.medianMs === null
      ? words.noVisits
      : words.visitsGist(figure.withinPromise, figure.served, format.span(figure.medianMs))
  return (
    <Sheet
      title={words.counterTime}
      aside={
        <SegmentedControl
          aria-label={words.span}
          value={span}
          onChange={(value) => setSpan(value as Span)}
          data={[
            { value: 'today', label: words.spans.today },
            { value: 'month', label: words.spans.month },
          ]}
        />
      }
    >
      <Stack tight>
        <p className={css.soft}>{words.counterTimeHelp}</p>
        <p className={css.gist}>{gist}</p>
        {figure.served > 0 && (
          <ShownAs
            picture={<Bars figure={figure} promisedMinutes={promisedMinutes} title={gist} />}
            table={{
              name: words.counterTime,
              columns: [words.columns.minute, words.columns.count],
              rows: figure.perMinute.map((count, minute) => [
                words.minuteBand(minute, minute === figure.perMinute.length - 1),
                format.number(count),
              ]),
            }}
          />
        )}
        {figure.served > 0 && (
          <button
            type="button"
            className={css.link}
            onClick={() => onOpen({ list: 'visits', span })}
          >
            {words.open}
          </button>
        )}
      </Stack>
    </Sheet>
  )
}

interface BarsProps {
  readonly figure: CounterFigure
  readonly promisedMinutes: number
  readonly title: string
}

const width = 460
const height = 220
const left = 36
const bottom = 34
const top = 26
const labelEvery = 5

function Bars({ figure, promisedMinutes, title }: BarsProps) {
  const words = useWords({ id, en })
  const { perMinute } = figure
  const step = (width - left) / perMinute.length
  const most = Math.max(1, ...perMinute)
  const yOf = (count: number) => height - bottom - (count / most) * (height - bottom - top)
  const xOf = (minute: number) => left + minute * step
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} className={css.chart}>
      {[0, most].map((count) => (
        <g key={count}>
          <line x1={left} x2={width} y1={yOf(count)} y2={yOf(count)} className={css.grid} />
          <text x={left - 8} y={yOf(count) + 5} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {perMinute.map((count, minute) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a minute is its place
          key={minute}
          x={xOf(minute) + 1.5}
          width={step - 3}
          y={yOf(count)}
          height={height - bottom - yOf(count)}
          className={minute < promisedMinutes ? css.bar : css.lateBar}
        />
      ))}
      {perMinute.map((_, minute) =>
        minute % labelEvery === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a minute is its place
          <text key={minute} x={xOf(minute)} y={height - bottom + 20} textAnchor="middle">
            {minute === perMinute.length - 1 ? `${minute}+` : minute}
          </text>
        ) : null,
      )}
      <line
        x1={xOf(promisedMinutes)}
        x2={xOf(promisedMinutes)}
        y1={8}
        y2={height - bottom}
        className={css.promiseLine}
      />
      <text x={xOf(promisedMinutes) + 8} y={18} className={css.promiseText}>
        {words.promiseLine(promisedMinutes)}
      </text>
    </svg>
  )
}
