// Case panel — one resident at the counter: who it is, the requirements, the papers, the clock.

import { type ReactNode, useState } from 'react'
import { useAsk } from '#kit/web/api'
import { Elapsed } from '#kit/web/elapsed'
import { grouped, useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Sheet } from '#kit/web/page'
import { serviceStandard } from '#standard'
import { Calls } from './calls.tsx'
import { CaseActs } from './case-acts.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { PaperPanel } from './paper-panel.tsx'
import { RequirementList } from './requirement-list.tsx'
import type { CounterView } from './wire.ts'

const everyMs = 5_000
const waiverEveryMs = 2_000

export interface CasePanelProps {
  readonly caseId: string
  readonly mayAct: boolean
  /** The case went on or back; `told` says which. */
  readonly onLeft: (told: string) => void
}

export function CasePanel({ caseId, mayAct, onLeft }: CasePanelProps) {
  const [awaits, setAwaits] = useState(false)
  const view = useAsk<CounterView>(`/api/counter/${caseId}`, {
    everyMs: awaits ? waiverEveryMs : everyMs,
  })
  const isAwaited = view.data?.requirements.some((it) => it.waiver?.state === 'waiting') ?? false
  if (isAwaited !== awaits) setAwaits(isAwaited)
  return (
    <Loaded of={view} waiting={{ shape: 'page' }}>
      {(data) => <Examined view={data} mayAct={mayAct} onLeft={onLeft} />}
    </Loaded>
  )
}

function Examined({ view, mayAct, onLeft }: Omit<CasePanelProps, 'caseId'> & ViewProps) {
  const words = useWords({ id, en })
  const isHere = view.waitingAt === 'called'
  const acts = mayAct && isHere
  const firstOpen = view.requirements.find((it) => it.state === 'open' && !it.ready)
  const [chosen, setChosen] = useState(firstOpen?.id ?? view.requirements[0]?.id ?? '')
  const requirement = view.requirements.find((it) => it.id === chosen)
  return (
    <div className={css.case}>
      <div className={css.main}>
        <Resident view={view} />
        {!isHere && <Notice tone="calm">{words.elsewhere}</Notice>}
        {!view.eligibility.mayBeRecorded && (
          <Notice tone="refusal">{view.eligibility.message}</Notice>
        )}
        {view.eligibility.cardFrom !== null && view.eligibility.mayBeRecorded && (
          <Notice tone="needs">{view.eligibility.message}</Notice>
        )}
        {view.doubts.length > 0 && (
          <Notice tone="needs" title={words.doubts}>
            {view.doubts.map((doubt) => (
              <p key={doubt.code}>{doubt.message}</p>
            ))}
          </Notice>
        )}
        <Sheet>
          <div className={css.examined}>
            <RequirementList view={view} chosen={chosen} onChoose={setChosen} />
            {requirement !== undefined && (
              <PaperPanel key={chosen} view={view} requirement={requirement} mayAct={acts} />
            )}
          </div>
          {acts && <CaseActs view={view} chosen={chosen} onChoose={setChosen} onLeft={onLeft} />}
        </Sheet>
      </div>
      <Time view={view}>
        {acts && view.number !== null && <Calls number={view.number} onLeft={onLeft} />}
      </Time>
      <History view={view} />
    </div>
  )
}

interface ViewProps {
  readonly view: CounterView
}

function Resident({ view }: ViewProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const { resident, number, ticket } = view
  const service = serviceStandard.services.find((it) => it.type === view.serviceType)
  const facts = [
    `NIK ${grouped(resident.nik)}`,
    `${words.birth} ${resident.birthPlace}, ${format.date(resident.birthDate)} (${words.years(resident.ageYears)})`,
    `${words.village} ${resident.villageName}`,
    ...(resident.accompanyingAdult === null
      ? []
      : [`${words.adult} ${resident.accompanyingAdult}`]),
    `${words.ticket} ${ticket}`,
  ]
  return (
    <header className={css.resident}>
      <h2>
        {[number, service?.name[language], resident.name].filter((it) => it != null).join(' · ')}
      </h2>
      <p className={css.facts} data-figures="">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </header>
  )
}

function Time({ view, children }: ViewProps & { readonly children: ReactNode }) {
  const words = useWords({ id, en })
  if (view.calledAtMs === null) return null
  const isRunning = view.waitingAt === 'called'
  const lastAtMs = view.history.at(-1)?.atMs
  return (
    <div className={css.time}>
      <Elapsed
        label={words.promise(view.promisedMinutes)}
        sinceMs={view.calledAtMs}
        untilMs={isRunning ? undefined : lastAtMs}
        promisedMs={view.promisedMinutes * 60_000}
      />
      <div className={css.calls}>{children}</div>
    </div>
  )
}

const historyShown = 8

function History({ view }: ViewProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const events: Readonly<Record<string, string>> = words.events
  const today = format.date(view.nowMs)
  const shown = view.history.slice(-historyShown)
  return (
    <section className={css.past}>
      <h3 className={css.small}>{words.history}</h3>
      <ol className={css.history}>
        {shown.map((it) => (
          <li key={`${it.type} ${it.atMs}`}>
            <time dateTime={new Date(it.atMs).toISOString()}>
              {format.date(it.atMs) === today ? format.time(it.atMs) : format.dateTime(it.atMs)}
            </time>
            <span>
              {events[it.type] ?? it.type}
              {it.number !== null && ` ${it.number}`}
            </span>
          </li>
        ))}
      </ol>
      {view.history.length > shown.length && (
        <p className={css.soft}>{words.wholeHistory(view.history.length)}</p>
      )}
    </section>
  )
}
