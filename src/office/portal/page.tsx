// Portal — the front page: the promise, four things a resident may do, and the office just now.

import { IconClipboardList, IconMapPin, IconMessageReport, IconPencil } from '@tabler/icons-react'
import { useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { LinkCards } from '#kit/web/link-cards'
import { Columns, Page as KitPage } from '#kit/web/page'
import { serviceStandard } from '#standard'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import { FreeOfCharge, OfficeNow } from './office-now.tsx'
import css from './portal.module.css'
import type { PortalReply } from './wire.ts'

const askEveryMs = 15_000

export function Page() {
  const words = useWords({ id, en }).home
  const portal = useAsk<PortalReply>('/api/portal', { everyMs: askEveryMs })
  return (
    <KitPage title={words.title} heading={<Promised />} lead={<Today portal={portal.data} />}>
      <Columns share="main">
        <LinkCards cards={waysOf(words)} label={words.title} />
        <OfficeNow of={portal} />
      </Columns>
      <FreeOfCharge />
    </KitPage>
  )
}

function Promised() {
  const words = useWords({ id, en }).home
  return (
    <span className={css.promise}>
      {words.card} {serviceStandard.fee.rupiah === 0 && words.free}{' '}
      <span className={css.minutes}>{words.promise(serviceStandard.promise.counterMinutes)}</span>
    </span>
  )
}

function Today({ portal }: { readonly portal: PortalReply | undefined }) {
  const words = useWords({ id, en }).home
  const format = useFormat()
  if (portal === undefined) return <span>&nbsp;</span>
  const { averageMs } = portal.counterToday
  return averageMs === null ? words.noneToday : words.averageToday(format.span(averageMs))
}

type HomeWords = (typeof id)['home']

function waysOf(words: HomeWords) {
  const icon = { size: 28, stroke: 1.5, 'aria-hidden': true } as const
  return [
    {
      to: '/siapkan',
      title: words.prepare,
      help: words.prepareHelp,
      icon: <IconClipboardList {...icon} />,
      main: true,
    },
    { to: '/formulir', title: words.form, help: words.formHelp, icon: <IconPencil {...icon} /> },
    { to: '/lacak', title: words.track, help: words.trackHelp, icon: <IconMapPin {...icon} /> },
    {
      to: '/pengaduan',
      title: words.complain,
      help: words.complainHelp,
      icon: <IconMessageReport {...icon} />,
    },
  ]
}
