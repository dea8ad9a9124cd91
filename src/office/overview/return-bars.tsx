// Return bars — for which requirement residents had to come again, most first.

import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Sheet, Stack } from '#kit/web/page'
import { serviceStandard } from '#standard'
import type { OverviewPartProps } from './figures.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import css from './page.module.css'
import { ShownAs } from './shown-as.tsx'

export function ReturnBars({ overview, onOpen }: OverviewPartProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const { counter, village } = overview.returns
  const rows = [
    ...counter.map(({ requirementId, count }) => ({
      name: aboutOf(requirementId, language, words),
      count,
    })),
    ...(village > 0 ? [{ name: words.byVillage, count: village }] : []),
  ]
  const most = Math.max(1, ...rows.map((it) => it.count))
  return (
    <Sheet title={words.returns}>
      <Stack tight>
        <p className={css.soft}>{rows.length === 0 ? words.noReturns : words.returnsHelp}</p>
        {rows.length > 0 && (
          <ShownAs
            picture={
              <ul className={css.rows}>
                {rows.map(({ name, count }) => (
                  <li key={name}>
                    <button
                      type="button"
                      className={css.row}
                      onClick={() => onOpen({ list: 'returns' })}
                    >
                      <span className={css.rowName}>{name}</span>
                      <span className={css.rowBar} aria-hidden="true">
                        <span data-band="days" style={{ width: `${(count / most) * 100}%` }} />
                      </span>
                      <strong>{format.number(count)}</strong>
                    </button>
                  </li>
                ))}
              </ul>
            }
            table={{
              name: words.returns,
              columns: [words.columns.about, words.columns.count],
              rows: rows.map(({ name, count }) => [name, format.number(count)]),
            }}
          />
        )}
      </Stack>
    </Sheet>
  )
}

/** What a return was about, as the standard calls it. */
export function aboutOf(
  requirementId: string | null,
  language: 'id' | 'en',
  words: Messages,
): string {
  if (requirementId === null) return words.otherReason
  const requirement = serviceStandard.requirements.find((it) => it.id === requirementId)
  return requirement?.text[language] ?? requirementId
}
