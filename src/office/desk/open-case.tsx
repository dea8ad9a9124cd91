// Open case — the papers this service asks for, the ticket, and what comes next for the resident.

import { ActionButton, ActionLink, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { useLanguage, useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Sheet, Stack } from '#kit/web/page'
import { PrintLink } from '#kit/web/print-link'
import {
  type ApplicantFacts,
  checklistOf,
  documentNames,
  type ServiceType,
  serviceStandard,
} from '#standard'
import css from './desk.module.css'
import { decideOpening } from './desk.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import type { CaseOpened } from './wire.ts'

export interface OpenCaseProps {
  readonly service: ServiceType | undefined
  readonly known: number | undefined
  readonly onNext: () => void
}

export function OpenCase({ service, known, onNext }: OpenCaseProps) {
  const { openCase: words } = useWords({ id, en })
  const open = useAct<CaseOpened, { readonly serviceType: ServiceType }>({ path: '/api/cases' })
  if (open.data !== undefined) return <Opened opened={open.data} onNext={onNext} />
  const isElsewhere =
    serviceStandard.services.find((it) => it.type === service)?.elsewhere !== undefined
  const may = decideOpening({ service, isElsewhere, known })
  const why = { 'service-first': words.serviceFirst, 'find-first': words.findFirst }
  const isOpen = may === 'open' || may === 'direct'
  return (
    <Sheet title={words.title}>
      <Stack tight>
        {service !== undefined && <Papers service={service} />}
        {open.error !== null && <IssueNotice issue={open.error} />}
        <Actions>
          <ActionButton
            size="large"
            // Who is here already is better opened from the list above.
            look={known !== undefined && known > 0 ? 'plain' : 'main'}
            shortcut="T"
            busy={open.isPending}
            disabled={!isOpen}
            why={isOpen ? undefined : why[may]}
            onAct={() => service !== undefined && open.mutate({ serviceType: service })}
          >
            {may === 'direct' ? words.direct : words.open}
          </ActionButton>
        </Actions>
      </Stack>
    </Sheet>
  )
}

/** A grown-up citizen with a diploma; the printed list knows the resident's own form. */
const mostResidents: ApplicantFacts = {
  ageYears: serviceStandard.ages.card,
  everMarried: false,
  citizenship: 'wni',
  hasIjazah: true,
}

function Papers({ service }: { readonly service: ServiceType }) {
  const { openCase: words } = useWords({ id, en })
  const language = useLanguage()
  const { items } = checklistOf(service, mostResidents)
  const brought = items.filter(({ state }) => state === 'bring')
  if (brought.length === 0) return null
  return (
    <div>
      <p>{words.bring}:</p>
      <ul className={css.papers}>
        {brought.map(({ requirement: { id: key, document, text } }) => (
          <li key={key}>{document ? documentNames[document][language] : text[language]}</li>
        ))}
      </ul>
    </div>
  )
}

interface OpenedProps {
  readonly opened: CaseOpened
  readonly onNext: () => void
}

function Opened({ opened, onNext }: OpenedProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const { caseId, ticket, formCode, elsewhere } = opened
  return (
    <Sheet title={words.openCase.title}>
      <Stack tight>
        {elsewhere === null ? (
          <Notice tone="done" title={words.opened.done} takesFocus />
        ) : (
          <Notice
            tone="needs"
            title={`${words.opened.directed}: ${elsewhere.place[language]}`}
            takesFocus
          >
            {elsewhere.advice[language]}
          </Notice>
        )}
        <div className={css.numbers}>
          <p>
            <span className={css.soft}>{words.opened.ticket}</span>
            <strong className={css.number}>{ticket}</strong>
          </p>
          {elsewhere === null && (
            <p>
              <span className={css.soft}>{words.opened.formCode}</span>
              <strong className={css.number}>{formCode}</strong>
            </p>
          )}
        </div>
        <Actions>
          {elsewhere === null && (
            <ActionLink to={`/petugas/informasi/${caseId}/formulir`}>
              {words.opened.type}
            </ActionLink>
          )}
          <PrintLink href={`/api/cases/${caseId}/checklist.pdf`}>{words.opened.print}</PrintLink>
          {elsewhere === null ? (
            <ActionLink to={`/petugas/informasi/${caseId}`} look="quiet">
              {words.opened.toCase}
            </ActionLink>
          ) : (
            <ActionButton onAct={onNext}>{words.nextResident}</ActionButton>
          )}
        </Actions>
      </Stack>
    </Sheet>
  )
}
