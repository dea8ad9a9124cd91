// Page — one page that answers in ten seconds: as promised or not, where it waits, what is missing.

import { useState } from 'react'
import { useAsk } from '#kit/web/api'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Columns, Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { useGo } from '#kit/web/router'
import { useAccount } from '#kit/web/session'
import { type Attention, attentionOf, type Opens } from './attention.ts'
import { CounterChart } from './counter-chart.tsx'
import { Figures } from './figures.tsx'
import { ListDialog } from './list-dialog.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { ReturnBars } from './return-bars.tsx'
import { ScannerBars } from './scanner-bars.tsx'
import { StageBars } from './stage-bars.tsx'
import type { OverviewReply } from './wire.ts'

const everyMs = 30_000
const pages = {
  complaints: '/petugas/pengaduan',
  outbox: '/petugas/pengiriman',
  approvals: '/petugas/supervisor',
} as const

export function Page() {
  const words = useWords({ id, en })
  const format = useFormat()
  const overview = useAsk<OverviewReply>('/api/overview', { everyMs })
  return (
    <PageFrame
      title={words.title}
      width="wide"
      lead={overview.data && words.asOf(format.time(overview.data.nowMs))}
    >
      <Loaded of={overview} waiting={{ shape: 'cards', count: 6 }}>
        {(data) => <Overview overview={data} />}
      </Loaded>
    </PageFrame>
  )
}

function Overview({ overview }: { readonly overview: OverviewReply }) {
  const go = useGo()
  const [opened, setOpened] = useState<Opens>()
  const open = (opens: Opens) => {
    if ('page' in opens) go(pages[opens.page])
    else setOpened(opens)
  }
  return (
    <Stack>
      <Matters attention={attentionOf(overview)} onOpen={open} />
      <Figures overview={overview} onOpen={open} />
      <Columns>
        <Stack>
          <CounterChart overview={overview} onOpen={open} />
          <ReturnBars overview={overview} onOpen={open} />
        </Stack>
        <Stack>
          <StageBars overview={overview} onOpen={open} />
          <ScannerBars overview={overview} />
        </Stack>
      </Columns>
      <ListDialog opened={opened} onClose={() => setOpened(undefined)} />
    </Stack>
  )
}

/** A camat knows of what waits for the supervisor, and does not decide it. */
function isForSupervisor(opens: Opens): boolean {
  return 'page' in opens && opens.page === 'approvals'
}

interface MattersProps {
  readonly attention: readonly Attention[]
  readonly onOpen: (opens: Opens) => void
}

function Matters({ attention, onOpen }: MattersProps) {
  const words = useWords({ id, en })
  const format = useFormat()
  const isSupervisor = useAccount().role === 'supervisor'
  if (attention.length === 0) {
    return (
      <Notice tone="done" title={words.allWell}>
        {words.allWellHelp}
      </Notice>
    )
  }
  return (
    <Sheet title={words.attention}>
      <ul className={css.matters}>
        {attention.map(({ matter, tone, opens }) => (
          <li key={JSON.stringify(matter)} data-tone={tone}>
            <span>{words.matter(matter, format)}</span>
            {opens !== undefined && (isSupervisor || !isForSupervisor(opens)) && (
              <button type="button" className={css.link} onClick={() => onOpen(opens)}>
                {words.open}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
