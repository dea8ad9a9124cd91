// Throughput — packets a minute over the last hours, as bars and as numbers.

import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet, Stack } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { Throughput } from './wire.ts'

const minuteMs = 60_000
const totalOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

export function ThroughputPlot({ throughput }: { readonly throughput: Throughput }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const gist = words.throughputGist(
    format.number(totalOf(throughput.decided)),
    format.number(totalOf(throughput.setAside)),
  )
  return (
    <Sheet title={words.throughputTitle}>
      <Stack tight>
        <p className={css.soft}>{words.throughputLead}</p>
        <p>{gist}</p>
        <Bars throughput={throughput} title={gist} />
        <details>
          <summary className={css.summary}>{words.asTable}</summary>
          <Numbers throughput={throughput} />
        </details>
      </Stack>
    </Sheet>
  )
}

const width = 460
const height = 180
const left = 40
const bottom = 28
const top = 12
const labelEvery = 12
const barGap = 2

interface BarsProps {
  readonly throughput: Throughput
  readonly title: string
}

function Bars({ throughput: { fromMs, stepMs, decided }, title }: BarsProps) {
  const format = useFormat()
  const rates = decided.map((count) => (count * minuteMs) / stepMs)
  const most = Math.max(1, ...rates)
  const barWidth = (width - left) / rates.length
  const xOf = (step: number) => left + step * barWidth
  const yOf = (rate: number) => height - bottom - (rate / most) * (height - bottom - top)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} className={css.plot}>
      {[0, most].map((rate) => (
        <g key={rate}>
          <line x1={left} x2={width} y1={yOf(rate)} y2={yOf(rate)} className={css.line} />
          <text x={left - 6} y={yOf(rate) + 4} textAnchor="end">
            {format.number(rate, Number.isInteger(rate) ? 0 : 1)}
          </text>
        </g>
      ))}
      {rates.map((rate, step) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={step}
        >
          <rect
            x={xOf(step) + barGap / 2}
            width={barWidth - barGap}
            y={yOf(rate)}
            height={height - bottom - yOf(rate)}
            className={css.bar}
          />
          {step % labelEvery === 0 && (
            <text x={xOf(step)} y={height - bottom + 18} textAnchor="start">
              {format.time(fromMs + step * stepMs)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** Newest first. */
function Numbers({ throughput: { fromMs, stepMs, decided, setAside } }: Omit<BarsProps, 'title'>) {
  const words = useWords({ id, en })
  const format = useFormat()
  const steps = decided.map((count, step) => ({ atMs: fromMs + step * stepMs, count, step }))
  return (
    <table className={css.numbers}>
      <caption className="visually-hidden">{words.throughputTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.decidedPerMinute}</th>
          <th scope="col">{words.setAsideCount}</th>
        </tr>
      </thead>
      <tbody>
        {steps.reverse().map(({ atMs, count, step }) => (
          <tr key={atMs}>
            <th scope="row">{format.time(atMs)}</th>
            <td>{format.number((count * minuteMs) / stepMs, 1)}</td>
            <td>{format.number(setAside[step] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
