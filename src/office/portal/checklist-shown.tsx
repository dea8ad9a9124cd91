// Checklist shown — the resident's own list, to be ticked off at home, printed, and acted on.

import { IconPrinter } from '@tabler/icons-react'
import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { useLanguage, useWords } from '#kit/web/language'
import { Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { type Checklist, type ChecklistItem, type ChecklistOutcome, documentNames } from '#standard'
import css from './checklist-shown.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'

export function ChecklistShown({ checklist }: { readonly checklist: Checklist }) {
  const words = useWords({ id, en }).prepare
  const language = useLanguage()
  const { items, outcome, service } = checklist
  const asksForForm = items.some(
    (item) => item.state === 'bring' && item.requirement.document === 'f1',
  )
  return (
    <Sheet title={words.listTitle(service.name[language])}>
      <Stack>
        <Outcome outcome={outcome} />
        <Items title={words.notYet} items={items.filter(({ state }) => state === 'not-yet')} />
        <Items title={words.bring} items={items.filter(({ state }) => state === 'bring')} />
        <Items title={words.already} items={items.filter(({ state }) => state === 'met')} />
        <p className={css.free}>{words.free}</p>
        <div data-no-print="">
          <Actions>
            {asksForForm && <ActionLink to="/formulir">{words.fillForm}</ActionLink>}
            <ActionButton
              look="plain"
              onAct={() => window.print()}
              icon={<IconPrinter size={20} stroke={1.75} aria-hidden="true" />}
            >
              {words.print}
            </ActionButton>
            <ActionLink to="/siapkan" look="quiet">
              {words.again}
            </ActionLink>
          </Actions>
        </div>
      </Stack>
    </Sheet>
  )
}

function Outcome({ outcome }: { readonly outcome: ChecklistOutcome }) {
  const words = useWords({ id, en }).prepare
  const language = useLanguage()
  switch (outcome.type) {
    case 'come':
      return <Notice tone="calm">{words.come}</Notice>
    case 'come-early':
      return <Notice tone="calm">{words.comeEarly(outcome.cardAge)}</Notice>
    case 'too-young':
      return (
        <Notice tone="needs">{words.tooYoung(outcome.recordedFromAge, outcome.cardAge)}</Notice>
      )
    case 'elsewhere':
      return (
        <Notice tone="needs" title={`${words.elsewhere}: ${outcome.elsewhere.place[language]}`}>
          {outcome.elsewhere.advice[language]}
        </Notice>
      )
  }
}

interface ItemsProps {
  readonly title: string
  readonly items: readonly ChecklistItem[]
}

function Items({ title, items }: ItemsProps) {
  if (items.length === 0) return null
  return (
    <section>
      <h3 className={css.heading}>{title}</h3>
      <ul className={css.items}>
        {items.map((item) => (
          <ItemShown key={item.requirement.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function ItemShown({ item }: { readonly item: ChecklistItem }) {
  const words = useWords({ id, en }).prepare
  const language = useLanguage()
  const { requirement } = item
  // Where a document stands in for another, its own name says what to bring.
  const document = item.state === 'bring' ? item.document : undefined
  const isSubstitute = document !== undefined && document !== requirement.document
  const title = isSubstitute ? documentNames[document][language] : requirement.text[language]
  const text = (
    <span>
      <strong className={css.title}>{title}</strong>
      <span className={css.help}>
        {isSubstitute
          ? words.inPlaceOf(requirement.text[language])
          : requirement.explanation[language]}
      </span>
    </span>
  )
  if (item.state !== 'bring') return <li className={css.item}>{text}</li>
  return (
    <li>
      <label className={css.item}>
        <input type="checkbox" />
        {text}
      </label>
    </li>
  )
}
