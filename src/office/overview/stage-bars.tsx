// Stage bars — how many applications wait at each step, and how long already; each opens its list.

import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet, Stack } from '#kit/web/page'
import type { OverviewPartProps } from './figures.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { ShownAs } from './shown-as.tsx'
import type { AgeBand, StageFigure } from './wire.ts'

const bands: readonly AgeBand[] = ['day', 'days', 'week', 'older']

export function StageBars({ overview, onOpen }: OverviewPartProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const stages = overview.stages.filter((it) => it.count > 0)
  const most = Math.max(1, ...stages.map((it) => it.count))
  return (
    <Sheet title={words.whereWaiting}>
      <Stack tight>
        <p className={css.soft}>{stages.length === 0 ? words.nothingWaits : words.whereHelp}</p>
        {stages.length > 0 && (
          <ShownAs
            picture={
              <>
                <ul className={css.rows}>
                  {stages.map((stage) => (
                    <StageRow
                      key={stage.at}
                      stage={stage}
                      most={most}
                      nowMs={overview.nowMs}
                      onOpen={() => onOpen({ list: 'cases', at: stage.at })}
                    />
                  ))}
                </ul>
                <Legend />
              </>
            }
            table={{
              name: words.whereWaiting,
              columns: [
                words.columns.stage,
                words.columns.count,
                ...bands.map((band) => words.ages[band]),
              ],
              rows: stages.map(({ at, count, ages }) => [
                words.stage(at),
                format.number(count),
                ...bands.map((band) => format.number(ages[band])),
              ]),
            }}
          />
        )}
      </Stack>
    </Sheet>
  )
}

interface StageRowProps {
  readonly stage: StageFigure
  readonly most: number
  readonly nowMs: number
  readonly onOpen: () => void
}

function StageRow({ stage, most, nowMs, onOpen }: StageRowProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { at, count, ages, oldestSinceMs } = stage
  return (
    <li>
      <button type="button" className={css.row} onClick={onOpen}>
        <span className={css.rowName}>{words.stage(at)}</span>
        <span className={css.rowBar} aria-hidden="true">
          {bands
            .filter((band) => ages[band] > 0)
            .map((band) => (
              <span
                key={band}
                data-band={band}
                style={{ width: `${(ages[band] / most) * 100}%` }}
              />
            ))}
        </span>
        <strong>{format.number(count)}</strong>
        <span className={css.rowNote}>
          {oldestSinceMs !== null && words.oldest(format.span(nowMs - oldestSinceMs))}
        </span>
      </button>
    </li>
  )
}

function Legend() {
  const words = useWords({ id, en })
  return (
    <ul className={css.legend}>
      {bands.map((band) => (
        <li key={band}>
          <span data-band={band} aria-hidden="true" />
          {words.ages[band]}
        </li>
      ))}
    </ul>
  )
}
