// Desk page — what brings the resident, recorded before?, papers and ticket: three steps, one page.

import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { ChoiceCards } from '#kit/web/choice-cards'
import { Elapsed } from '#kit/web/elapsed'
import { useLanguage, useWords } from '#kit/web/language'
import { Page as KitPage, Sheet, Stack } from '#kit/web/page'
import { type ServiceType, serviceStandard } from '#standard'
import { useArrival } from './arrival.tsx'
import { FindResident } from './find-resident.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { OpenCase } from './open-case.tsx'

const promisedMs = 60_000

export function Page() {
  const words = useWords({ id, en })
  const arrival = useArrival()
  const [visit, setVisit] = useState(0)
  const next = () => {
    arrival.clear()
    setVisit(visit + 1)
  }
  return (
    <KitPage
      title={words.title}
      width="wide"
      aside={
        arrival.sinceMs !== undefined && (
          <Elapsed sinceMs={arrival.sinceMs} promisedMs={promisedMs} label={words.standing} />
        )
      }
      actions={
        <ActionButton look="plain" shortcut="B" onAct={next}>
          {words.nextResident}
        </ActionButton>
      }
    >
      <Visit key={visit} onBegun={arrival.begin} onNext={next} />
    </KitPage>
  )
}

interface VisitProps {
  readonly onBegun: () => void
  readonly onNext: () => void
}

/** One resident; the next one finds the page as new. */
function Visit({ onBegun, onNext }: VisitProps) {
  const [service, setService] = useState<ServiceType>()
  const [known, setKnown] = useState<number>()
  return (
    <Stack>
      <Sheet>
        <ServiceCards
          value={service}
          onChoose={(chosen) => {
            onBegun()
            setService(chosen)
          }}
        />
      </Sheet>
      <FindResident onBegun={onBegun} onFound={setKnown} />
      <OpenCase service={service} known={known} onNext={onNext} />
    </Stack>
  )
}

interface ServiceCardsProps {
  readonly value: ServiceType | undefined
  readonly onChoose: (service: ServiceType) => void
}

function ServiceCards({ value, onChoose }: ServiceCardsProps) {
  const { service: words } = useWords({ id, en })
  const language = useLanguage()
  return (
    <ChoiceCards
      legend={words.legend}
      name="service"
      columns={3}
      value={value}
      onChoose={onChoose}
      choices={serviceStandard.services.map(({ type, name, explanation }) => ({
        value: type,
        title: name[language],
        help: explanation[language],
      }))}
    />
  )
}
