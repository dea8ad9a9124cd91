// F-1 boxes — the boxes of the form on a screen, each with its help and what is wrong with it.

import { DateField } from '#kit/web/date-field'
import { DigitsField } from '#kit/web/digits-field'
import { FieldRow } from '#kit/web/field-label'
import { ChoiceField, type FieldProps, RadioField, TextField } from '#kit/web/fields'
import { useLanguage, useWords } from '#kit/web/language'
import { Sheet, Stack } from '#kit/web/page'
import { SearchField } from '#kit/web/search-field'
import type { CalendarDate } from '#resident/calendar-date'
import { labelOf } from '#resident/messages'
import { boxes, optionalBoxes, type Section, sections } from './boxes.ts'
import { asksForAdult, asksForItap, type Draft, type DraftField } from './draft.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

/** What is wrong with each box, in plain words. */
export type Slips = Readonly<Partial<Record<DraftField, string>>>

export interface F1BoxesProps {
  readonly draft: Draft
  readonly slips: Slips
  readonly today: CalendarDate
  readonly onChange: (field: DraftField, text: string) => void
}

export function F1Boxes(props: F1BoxesProps) {
  const { draft, today } = props
  const shown: readonly Section[] = [
    'numbers',
    'self',
    ...(asksForItap(draft) ? (['itap'] as const) : []),
    ...(asksForAdult(draft, today) ? (['adult'] as const) : []),
    'address',
    'contact',
  ]
  return shown.map((section) => <F1Section key={section} section={section} of={props} />)
}

interface F1SectionProps {
  readonly section: Section
  readonly of: F1BoxesProps
}

function F1Section({ section, of }: F1SectionProps) {
  const words = useWords({ id, en })
  const help = words.sectionHelp[section]
  return (
    <Sheet title={words.sections[section]}>
      <Stack tight>
        {help !== undefined && <p>{help}</p>}
        {sections[section].map((row) => (
          <FieldRow key={row.join()}>
            {row.map((field) => (
              <F1Box key={field} field={field} of={of} />
            ))}
          </FieldRow>
        ))}
      </Stack>
    </Sheet>
  )
}

function F1Box({ field, of }: { readonly field: DraftField; readonly of: F1BoxesProps }) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const box = boxes[field]
  const value = of.draft[field] ?? ''
  const isOptional = optionalBoxes.includes(field)
  const help = words.boxHelp[field]
  const shared: FieldProps<string> = {
    label: labelOf(field, language),
    value,
    onChange: (text) => of.onChange(field, text),
    name: field,
    optional: isOptional,
    required: !isOptional,
    error: of.slips[field],
    ...(help === undefined ? {} : { help }),
  }
  switch (box.kind) {
    case 'digits': {
      // What to look for is told first; once one types, how many are still missing.
      const { help: _, ...counting } = shared
      return <DigitsField {...(value === '' ? shared : counting)} digits={box.digits} />
    }
    case 'date':
      return <DateField {...shared} />
    case 'text':
      return (
        <TextField
          {...shared}
          lettersMax={box.lettersMax}
          {...(box.writing === undefined ? {} : { inputMode: box.writing })}
        />
      )
    case 'one-of': {
      const choices = box.from(language)
      if (box.shown === 'search') return <SearchField {...shared} choices={choices} />
      if (box.shown === 'all') return <RadioField {...shared} choices={choices} />
      return <ChoiceField {...shared} choices={choices} unchosen={words.choose} />
    }
  }
}
