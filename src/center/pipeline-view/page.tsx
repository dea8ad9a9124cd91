// Pipeline page — is the center keeping up, and what did it set aside.

import { useAsk } from '#kit/web/api'
import { DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { Figure } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { StatusWord } from '#kit/web/status-word'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { PacketRow, PipelineReply } from './wire.ts'

const asksEveryMs = 5_000

export function Page() {
  const words = useWords({ id, en })
  const pipeline = useAsk<PipelineReply>('/api/pipeline', { everyMs: asksEveryMs })
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <Loaded of={pipeline}>
        {(reply) => (
          <Stack>
            <Figures reply={reply} />
            {reply.stuck.length > 0 && (
              <section>
                <h2 className={css.heading}>{words.stuckTitle}</h2>
                <Packets name={words.stuckTitle} rows={reply.stuck} />
              </section>
            )}
            <section>
              <h2 className={css.heading}>{words.refusedTitle}</h2>
              <Packets name={words.refusedTitle} rows={reply.refused} />
            </section>
            <section>
              <h2 className={css.heading}>{words.decisionsTitle}</h2>
              <Decisions reply={reply} />
            </section>
          </Stack>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Figures({ reply }: { readonly reply: PipelineReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const { oldestWaitingAtMs: oldest, refusedCount, adjudicationCount } = reply
  return (
    <Sheet>
      <div className={css.figures}>
        <Figure
          label={words.waiting}
          value={format.number(reply.waitingCount)}
          note={oldest === null ? words.nothingWaits : words.oldest(format.dateTime(oldest))}
        />
        <Figure
          label={words.adjudication}
          value={format.number(adjudicationCount)}
          {...(adjudicationCount > 0 ? { tone: 'needs' as const } : {})}
        />
        <Figure
          label={words.refused}
          value={format.number(refusedCount)}
          {...(refusedCount > 0 ? { tone: 'refusal' as const } : {})}
        />
        <Figure label={words.people} value={format.number(reply.galleryPeople)} />
      </div>
    </Sheet>
  )
}

function Packets({ name, rows }: { readonly name: string; readonly rows: readonly PacketRow[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <DataTable
      name={name}
      rows={rows}
      rowKey={(row) => row.caseId + row.receivedAtMs}
      empty={<EmptyState title={words.refusedNone} />}
      columns={[
        { key: 'why', title: words.why, value: (row) => row.problem?.message ?? '' },
        { key: 'office', title: words.office, value: (row) => row.officeName },
        {
          key: 'arrived',
          title: words.arrived,
          value: (row) => row.receivedAtMs,
          show: (row) => format.dateTime(row.receivedAtMs),
        },
        { key: 'tries', title: words.tries, value: (row) => row.tries, align: 'end' },
        { key: 'case', title: words.case, value: (row) => row.caseId.slice(0, 8), tight: true },
      ]}
    />
  )
}

const tones: Readonly<Record<string, 'done' | 'needs' | 'refusal'>> = {
  PRINT_READY_RECORD: 'done',
  ADJUDICATE_RECORD: 'needs',
}

function Decisions({ reply }: { readonly reply: PipelineReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const wordOf = (status: string) => words.statuses[status] ?? status
  return (
    <DataTable
      name={words.decisionsTitle}
      rows={reply.decisions}
      rowKey={(row) => String(row.seq)}
      empty={<EmptyState title={words.decisionsNone} />}
      columns={[
        {
          key: 'decision',
          title: words.decision,
          value: (row) => wordOf(row.status),
          show: (row) => (
            <StatusWord
              tone={tones[row.status] ?? 'refusal'}
              word={wordOf(row.status)}
              code={row.status}
            />
          ),
        },
        { key: 'office', title: words.office, value: (row) => row.officeName },
        {
          key: 'when',
          title: words.when,
          value: (row) => row.atMs,
          show: (row) => format.dateTime(row.atMs),
        },
        { key: 'case', title: words.case, value: (row) => row.caseId.slice(0, 8), tight: true },
      ]}
    />
  )
}
