// Standard page — the published promise, explained in plain words or as the decree has it.

import type { ReactNode } from 'react'
import { ActionLink } from '#kit/web/action-button'
import { useLanguage, useWords } from '#kit/web/language'
import { Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { PrintLink } from '#kit/web/print-link'
import { Link, useAddress } from '#kit/web/router'
import { serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './standard-page.module.css'
import { StandardPublished } from './standard-published.tsx'

export function Page() {
  const words = useWords({ id, en }).standard
  const { search } = useAddress()
  const asPublished = search.get('bunyi') === 'asli'
  return (
    <KitPage
      title={words.title}
      lead={words.lead(serviceStandard.decree.number)}
      width="narrow"
      actions={<PrintLink href="/api/standard/poster.pdf">{words.poster}</PrintLink>}
    >
      <nav className={css.switch} aria-label={words.title} data-no-print="">
        <Link to="/standar" aria-current={asPublished ? undefined : 'page'}>
          {words.explained}
        </Link>
        <Link to="/standar?bunyi=asli" aria-current={asPublished ? 'page' : undefined}>
          {words.asPublished}
        </Link>
      </nav>
      {asPublished ? <StandardPublished /> : <Explained />}
    </KitPage>
  )
}

function Explained() {
  const words = useWords({ id, en }).standard
  const language = useLanguage()
  const { promise, fee, products } = serviceStandard
  return (
    <Stack>
      <Sheet title={words.requirements}>
        <Requirements />
      </Sheet>
      <Sheet title={words.steps}>
        <Steps />
      </Sheet>
      <Sheet title={words.time}>
        <p>{promise.text[language]}</p>
      </Sheet>
      <Sheet title={words.fee}>
        <p>
          <strong>{fee.text[language]}</strong>
        </p>
        <p className={css.soft}>{fee.warning[language]}</p>
      </Sheet>
      <Sheet title={words.product}>
        {products.map(({ asPublished, text }) => (
          <p key={asPublished}>{text[language]}</p>
        ))}
      </Sheet>
      <Sheet title={words.complaints}>
        <Complaints />
      </Sheet>
    </Stack>
  )
}

function Requirements() {
  const words = useWords({ id, en }).standard
  const language = useLanguage()
  const published = serviceStandard.requirements.filter((it) => it.asPublished !== undefined)
  return (
    <>
      <ol className={css.list}>
        {published.map(({ id: key, text, explanation, origin }) => (
          <li key={key}>
            <strong>{text[language]}</strong> <Tag>{words[origin]}</Tag>
            <p className={css.soft}>{explanation[language]}</p>
          </li>
        ))}
      </ol>
      <p className={css.note}>
        <Link to="/siapkan">{words.requirementsNote}</Link>
      </p>
    </>
  )
}

function Steps() {
  const words = useWords({ id, en }).standard
  const language = useLanguage()
  const { steps, stepsByLaw } = serviceStandard
  return (
    <ol className={css.list}>
      {steps.map(({ line, text, act }) =>
        act === undefined ? null : (
          <li key={line}>
            {text[language]} <Tag>{words.actors[act.actor]}</Tag>
          </li>
        ),
      )}
      {stepsByLaw.map(({ text, act, legalBasis }) => (
        <li key={legalBasis}>
          {text[language]} <Tag>{words.actors[act.actor]}</Tag> <Tag>{words.byLaw}</Tag>
        </li>
      ))}
    </ol>
  )
}

function Complaints() {
  const words = useWords({ id, en }).standard
  const language = useLanguage()
  const { right, channels, classes, national } = serviceStandard.complaints
  return (
    <Stack tight>
      <p>{right[language]}</p>
      <ul className={css.list}>
        {channels.map(({ id: key, text, number }) => (
          <li key={key}>
            {text[language]}
            {number !== undefined && (
              <>
                : <a href={`sms:${number}`}>{number}</a>
              </>
            )}
          </li>
        ))}
      </ul>
      <ul className={css.list}>
        {classes.map(({ id: key, text, deadlineWorkingDays }) => (
          <li key={key}>
            {text[language]}: {words.deadline(deadlineWorkingDays)}
          </li>
        ))}
      </ul>
      <p className={css.soft}>{words.nationalService(national.name, national.sms)}</p>
      <div>
        <ActionLink to="/pengaduan" look="plain">
          {words.complain}
        </ActionLink>
      </div>
    </Stack>
  )
}

function Tag({ children }: { readonly children: ReactNode }) {
  return <span className={css.tag}>{children}</span>
}
