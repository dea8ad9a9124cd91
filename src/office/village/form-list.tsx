// Form list — one form a row, oldest first: opened by its name, picked at its side.

import { IconChevronRight } from '@tabler/icons-react'
import { useNow } from '#kit/web/elapsed'
import { CheckField } from '#kit/web/fields'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Sheet } from '#kit/web/page'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './village.module.css'
import type { VillageForm } from './wire.ts'

export interface FormListProps {
  readonly forms: readonly VillageForm[]
  /** Ids of the cases that are picked. */
  readonly picked: readonly string[]
  readonly onPicked: (picked: readonly string[]) => void
  readonly onOpen: (caseId: string) => void
}

export function FormList({ forms, picked, onPicked, onOpen }: FormListProps) {
  const words = useWords({ id, en })
  const all = forms.map(({ caseId }) => caseId)
  const isAll = all.every((it) => picked.includes(it))
  return (
    <Sheet
      title={words.waiting(forms.length)}
      aside={
        forms.length > 1 && (
          <CheckField
            label={words.pickAll}
            value={isAll}
            onChange={(isPicked) => onPicked(isPicked ? all : [])}
          />
        )
      }
    >
      <ul className={css.forms}>
        {forms.map((form) => (
          <FormRow
            key={form.caseId}
            form={form}
            isPicked={picked.includes(form.caseId)}
            onPick={(isPicked) => {
              const others = picked.filter((it) => it !== form.caseId)
              onPicked(isPicked ? [...others, form.caseId] : others)
            }}
            onOpen={() => onOpen(form.caseId)}
          />
        ))}
      </ul>
    </Sheet>
  )
}

interface FormRowProps {
  readonly form: VillageForm
  readonly isPicked: boolean
  readonly onPick: (isPicked: boolean) => void
  readonly onOpen: () => void
}

function FormRow({ form, isPicked, onPick, onOpen }: FormRowProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const nowMs = useNow(60_000)
  const { name, street, rt, rw, savedAtMs, doubts } = form
  return (
    <li data-picked={isPicked}>
      <label className={css.pick}>
        <input
          type="checkbox"
          aria-label={words.pick(name)}
          checked={isPicked}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
      </label>
      <button type="button" className={css.open} onClick={onOpen}>
        <span className={css.text}>
          <span className="visually-hidden">{words.open} </span>
          <strong>{name}</strong>
          <span className={css.soft}>
            {street}, RT {rt} RW {rw}
          </span>
          <span className={css.soft}>
            {words.since(format.span(nowMs - savedAtMs))}
            {doubts.length > 0 && ` · ${words.asks(doubts.length)}`}
          </span>
        </span>
        <IconChevronRight size={24} stroke={1.75} aria-hidden="true" />
      </button>
    </li>
  )
}
