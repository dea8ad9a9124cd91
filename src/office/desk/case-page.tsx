// Case page — one application at the desk: who it is, what it waits for, and the one next step.

import { useAsk } from '#kit/web/api'
import { Elapsed } from '#kit/web/elapsed'
import { Facts } from '#kit/web/facts'
import { grouped, useFormat } from '#kit/web/format'
import { useLanguage, useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Columns, Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { useParam } from '#kit/web/pages'
import { PrintLink } from '#kit/web/print-link'
import { statusWord } from '../cases/status-words.ts'
import { useArrival } from './arrival.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { serviceNameOf, villageNameOf } from './names.ts'
import { NextStep } from './next-step.tsx'
import type { CaseView } from './wire.ts'

/** The village head may act meanwhile. */
const everyMs = 10_000

export function Page() {
  const words = useWords({ id, en })
  const caseId = useParam('caseId')
  const arrival = useArrival()
  const view = useAsk<CaseView>(`/api/cases/${encodeURIComponent(caseId)}`, { everyMs })
  return (
    <KitPage
      title={words.case.title(view.data?.ticket ?? '')}
      back={{ to: '/petugas/informasi', title: words.back }}
      aside={
        arrival.sinceMs !== undefined && (
          <Elapsed sinceMs={arrival.sinceMs} label={words.standing} />
        )
      }
    >
      <Loaded of={view} waiting={{ shape: 'page' }}>
        {(it) => (
          <Columns share="main">
            <NextStep view={it} onNext={arrival.clear} />
            <Stack>
              <ResidentFacts view={it} />
              <CaseFacts view={it} />
            </Stack>
          </Columns>
        )}
      </Loaded>
    </KitPage>
  )
}

function ResidentFacts({ view }: { readonly view: CaseView }) {
  const { case: words } = useWords({ id, en })
  const format = useFormat()
  const { resident } = view
  return (
    <Sheet title={words.resident}>
      {resident === null ? (
        <p>{words.noForm}</p>
      ) : (
        <Facts
          facts={[
            { label: words.name, value: resident.name },
            { label: words.nik, value: grouped(resident.nik) },
            { label: words.birthDate, value: format.date(resident.birthDate) },
            { label: words.village, value: villageNameOf(resident.villageCode) },
            { label: words.formVersion, value: resident.formVersion },
          ]}
        />
      )}
    </Sheet>
  )
}

function CaseFacts({ view }: { readonly view: CaseView }) {
  const { case: words } = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const { endorsement } = view
  const kinds: Readonly<Record<string, string>> = words.endorsementKinds
  return (
    <Sheet title={words.history}>
      <Stack tight>
        <Facts
          facts={[
            { label: words.service, value: serviceNameOf(view.serviceType, language) },
            { label: words.formCode, value: view.formCode },
            { label: words.openedAt, value: format.dateTime(view.openedAtMs) },
            ...view.history.slice(1).map(({ status, atMs }) => ({
              label: statusWord(status, language),
              value: format.dateTime(atMs),
            })),
            ...(endorsement === null
              ? []
              : [{ label: words.endorsement, value: kinds[endorsement.kind] ?? endorsement.kind }]),
          ]}
        />
        {endorsement !== null && (
          <PrintLink href={`/api/cases/${view.caseId}/endorsement`} look="text">
            {words.seeEndorsement}
          </PrintLink>
        )}
      </Stack>
    </Sheet>
  )
}
