// Office now — who is being called, whether there are blank cards, how the line to the center is.

import type { UseQueryResult } from '@tanstack/react-query'
import type { ApiIssue } from '#kit/web/api'
import { Facts } from '#kit/web/facts'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Sheet, Stack } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import { serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './portal.module.css'
import type { PortalReply } from './wire.ts'

export interface OfficeNowProps {
  readonly of: UseQueryResult<PortalReply, ApiIssue>
}

export function OfficeNow({ of }: OfficeNowProps) {
  const words = useWords({ id, en }).home
  return (
    <Sheet title={words.atOffice}>
      <Loaded of={of} waiting={{ count: 5 }}>
        {(portal) => (
          <Stack tight>
            <Calling portal={portal} />
            <Supplies portal={portal} />
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}

function Calling({ portal }: { readonly portal: PortalReply }) {
  const words = useWords({ id, en }).home
  const [latest] = portal.calling
  if (latest === undefined) return <p className={css.soft}>{words.callingNobody}</p>
  return (
    <p aria-live="polite">
      <span className={css.soft}>{words.calling(latest.place)}</span>
      <strong className={css.ticket}>{latest.ticket}</strong>
    </p>
  )
}

const blankTones = { available: 'done', few: 'needs', none: 'needs' } as const
const lineTones = { normal: 'done', slow: 'needs', down: 'needs' } as const

function Supplies({ portal }: { readonly portal: PortalReply }) {
  const words = useWords({ id, en }).home
  const { blankCards, centerLine, waiting } = portal
  return (
    <>
      <Facts
        facts={[
          { label: words.waiting, value: words.people(waiting) },
          {
            label: words.blankCards,
            value: <StatusWord tone={blankTones[blankCards]} word={words.blankWords[blankCards]} />,
          },
          {
            label: words.centerLine,
            value: (
              <StatusWord
                tone={lineTones[centerLine.state]}
                word={words.lineWords[centerLine.state]}
              />
            ),
          },
        ]}
      />
      {blankCards === 'none' && <p className={css.soft}>{words.blankNone}</p>}
      {centerLine.state === 'down' && <p className={css.soft}>{words.lineDown}</p>}
    </>
  )
}

/** That nothing is paid, and what happens to who asks for money. */
export function FreeOfCharge() {
  const words = useWords({ id, en }).home
  const warning = useWords(serviceStandard.fee.warning)
  return (
    <p className={css.soft}>
      <strong>{words.warning}.</strong> {warning}
    </p>
  )
}
