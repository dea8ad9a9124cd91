// Paper panel — what settles the chosen requirement: its paper, the endorsement, or a rule's answer.

import { useState } from 'react'
import { ActionButton, Actions } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { RadioField } from '#kit/web/fields'
import { useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { type DocumentKind, documentNames } from '#standard'
import { AddPaper } from './add-paper.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { PaperViewer } from './paper-viewer.tsx'
import { nameOf } from './requirement-list.tsx'
import { Waiver } from './waiver.tsx'
import type { CounterDocument, CounterRequirement, CounterView, Settled } from './wire.ts'

export interface PaperPanelProps {
  readonly view: CounterView
  readonly requirement: CounterRequirement
  readonly mayAct: boolean
}

export function PaperPanel(props: PaperPanelProps) {
  const language = useLanguage()
  const { requirement } = props
  return (
    <section className={css.paper} aria-label={nameOf(requirement.id, language)}>
      {requirement.by === 'document' && <Papers {...props} />}
      {requirement.by === 'endorsement' && <Endorsement {...props} />}
      {(requirement.by === 'age' || requirement.by === 'adult') && <Rule {...props} />}
    </section>
  )
}

function Papers({ view, requirement, mayAct }: PaperPanelProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const papers = view.documents.filter((it) => requirement.kinds.includes(it.kind))
  const [openedId, setOpenedId] = useState<string>()
  const opened =
    papers.find((it) => it.documentId === (openedId ?? requirement.documentId)) ?? papers.at(-1)
  return (
    <Stack tight>
      {papers.length > 1 && <PaperTabs papers={papers} opened={opened} onOpen={setOpenedId} />}
      {opened === undefined ? (
        <p className={css.noPaper}>{words.noDocument}</p>
      ) : (
        <>
          <PaperViewer
            path={`/api/documents/${opened.documentId}`}
            title={nameOfPaper(opened.kind, language)}
          />
          <p className={css.soft}>{words.addedAt(format.dateTime(opened.addedAtMs))}</p>
        </>
      )}
      {mayAct && <Accept view={view} requirement={requirement} opened={opened} />}
      {mayAct && requirement.waivable && requirement.state === 'open' && (
        <Waiver caseId={view.caseId} requirement={requirement} />
      )}
      {mayAct && <KindAndPaper view={view} requirement={requirement} onAdded={setOpenedId} />}
    </Stack>
  )
}

interface PaperTabsProps {
  readonly papers: readonly CounterDocument[]
  readonly opened: CounterDocument | undefined
  readonly onOpen: (documentId: string) => void
}

function PaperTabs({ papers, opened, onOpen }: PaperTabsProps) {
  const language = useLanguage()
  return (
    <div className={css.tabs}>
      {papers.map((paper, index) => (
        <button
          key={paper.documentId}
          type="button"
          aria-pressed={paper === opened}
          onClick={() => onOpen(paper.documentId)}
        >
          {index + 1}. {nameOfPaper(paper.kind, language)}
        </button>
      ))}
    </div>
  )
}

function KindAndPaper({
  view,
  requirement,
  onAdded,
}: Omit<PaperPanelProps, 'mayAct'> & { readonly onAdded: (documentId: string) => void }) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const [kind, setKind] = useState(requirement.kinds[0] ?? '')
  return (
    <Stack tight>
      {requirement.kinds.length > 1 && (
        <RadioField
          label={words.whichDocument}
          value={kind}
          onChange={setKind}
          choices={requirement.kinds.map((it) => ({
            value: it,
            title: nameOfPaper(it, language),
          }))}
        />
      )}
      <AddPaper caseId={view.caseId} kind={kind} onAdded={onAdded} />
    </Stack>
  )
}

interface AcceptProps {
  readonly view: CounterView
  readonly requirement: CounterRequirement
  /** The very paper that is looked at. */
  readonly opened?: CounterDocument | undefined
}

function Accept({ view, requirement, opened }: AcceptProps) {
  const words = useWords({ id, en })
  const accept = useAct<Settled, { requirementId: string; documentId?: string }>({
    path: `/api/counter/${view.caseId}/accept`,
    refreshes: ['/api/counter'],
  })
  const isAccepted =
    requirement.state === 'accepted' && (opened?.documentId ?? null) === requirement.documentId
  if (isAccepted) return <Notice tone="done">{words.states.accepted}</Notice>
  if (!requirement.ready) return null
  const document = opened === undefined ? {} : { documentId: opened.documentId }
  return (
    <>
      {accept.error !== null && <IssueNotice issue={accept.error} takesFocus />}
      <Actions>
        <ActionButton
          look="plain"
          busy={accept.isPending}
          onAct={() => accept.mutate({ requirementId: requirement.id, ...document })}
        >
          {words.acceptThis}
        </ActionButton>
      </Actions>
    </>
  )
}

function Endorsement({ view, requirement, mayAct }: PaperPanelProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { endorsement } = view
  if (endorsement === null) return <Notice tone="needs">{words.notEndorsed}</Notice>
  return (
    <Stack tight>
      <PaperViewer
        path={`/api/cases/${view.caseId}/endorsement`}
        title={endorsement.kind === 'digital' ? words.digital : words.wet}
      />
      <p className={css.soft}>{format.dateTime(endorsement.atMs)}</p>
      {mayAct && <Accept view={view} requirement={requirement} />}
    </Stack>
  )
}

function Rule({ view, requirement, mayAct }: PaperPanelProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { resident, eligibility } = view
  const isAge = requirement.by === 'age'
  return (
    <Stack tight>
      <p className={css.rule}>
        {isAge ? words.years(resident.ageYears) : (resident.accompanyingAdult ?? '—')}
      </p>
      <p>{isAge ? eligibility.message : words.adult}</p>
      {isAge && (
        <p className={css.soft}>
          {words.birth} {resident.birthPlace}, {format.date(resident.birthDate)}
        </p>
      )}
      {mayAct && <Accept view={view} requirement={requirement} />}
    </Stack>
  )
}

function nameOfPaper(kind: string, language: 'id' | 'en'): string {
  return documentNames[kind as DocumentKind]?.[language] ?? kind
}
