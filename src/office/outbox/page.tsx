// Outbox page — what waits for the center, since when and why, and how the line is.

import { ActionButton } from '#kit/web/action-button'
import { useAct, useAsk } from '#kit/web/api'
import { DataTable } from '#kit/web/data-table'
import { useNow } from '#kit/web/elapsed'
import { EmptyState } from '#kit/web/empty-state'
import { Figure } from '#kit/web/facts'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { IssueNotice, Notice } from '#kit/web/notice'
import { Page as PageFrame, Sheet, Stack } from '#kit/web/page'
import { useSession } from '#kit/web/session'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { OutboxReply, OutboxRow, RetryReply } from './wire.ts'

const path = '/api/outbox'
const asksEveryMs = 3_000
const showsAgeEveryMs = 30_000

export function Page() {
  const words = useWords({ id, en })
  const outbox = useAsk<OutboxReply>(path, { everyMs: asksEveryMs })
  const retry = useAct<RetryReply>({ path: `${path}/retry`, refreshes: [path] })
  const role = useSession().data?.account?.role
  const mayRetry = role !== 'camat' && (outbox.data?.waiting.length ?? 0) > 0
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={
        mayRetry && (
          <ActionButton shortcut="K" busy={retry.isPending} onAct={() => retry.mutate()}>
            {words.sendNow}
          </ActionButton>
        )
      }
    >
      <Stack>
        {retry.error !== null && <IssueNotice issue={retry.error} takesFocus />}
        {retry.data !== undefined && (
          <Notice tone="done">{words.asked(retry.data.waitingCount)}</Notice>
        )}
        <Loaded of={outbox} waiting={{ shape: 'rows', count: 5 }}>
          {(reply) => (
            <>
              <LineState reply={reply} />
              <Waiting rows={reply.waiting} />
            </>
          )}
        </Loaded>
      </Stack>
    </PageFrame>
  )
}

const bytesPerKb = 1_024

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / bytesPerKb)
}

function LineState({ reply: { line, waiting } }: { readonly reply: OutboxReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const nowMs = useNow(showsAgeEveryMs)
  const left = waiting.reduce((sum, row) => sum + row.bytes - row.sentBytes, 0)
  const [oldest] = waiting
  const isGood = line.problem === null && line.lastHeardAtMs !== null
  const state = line.problem !== null ? words.lineBad : isGood ? words.lineGood : words.lineNew
  return (
    <Stack tight>
      {!line.enrolled && (
        <Notice tone="needs" title={words.notEnrolled}>
          {words.notEnrolledHelp}
        </Notice>
      )}
      {line.problem !== null && <Notice>{line.problem.message}</Notice>}
      <Sheet>
        <div className={css.figures}>
          <Figure
            label={words.line}
            value={state}
            tone={isGood ? 'done' : 'needs'}
            {...(line.lastHeardAtMs === null
              ? {}
              : { note: words.lastHeard(format.dateTime(line.lastHeardAtMs)) })}
          />
          <Figure
            label={words.waiting}
            value={format.number(waiting.length)}
            {...(oldest === undefined
              ? {}
              : { note: words.oldest(format.since(oldest.queuedAtMs, nowMs)) })}
          />
          <Figure label={words.size} value={`${format.number(kilobytes(left))} kB`} />
        </div>
      </Sheet>
    </Stack>
  )
}

function Waiting({ rows }: { readonly rows: readonly OutboxRow[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  return (
    <DataTable
      name={words.waiting}
      rows={rows}
      rowKey={(row) => row.caseId}
      empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
      columns={[
        { key: 'ticket', title: words.ticket, value: (row) => row.ticket, tight: true },
        {
          key: 'since',
          title: words.since,
          value: (row) => row.queuedAtMs,
          show: (row) => format.dateTime(row.queuedAtMs),
        },
        {
          key: 'sent',
          title: words.sent,
          value: (row) => row.sentBytes,
          show: (row) =>
            words.sentOf(
              format.number(kilobytes(row.sentBytes)),
              format.number(kilobytes(row.bytes)),
            ),
        },
        { key: 'tries', title: words.tries, value: (row) => row.tries, align: 'end' },
        {
          key: 'next',
          title: words.next,
          value: (row) => row.nextTryAtMs,
          show: (row) => format.time(row.nextTryAtMs),
        },
        {
          key: 'problem',
          title: words.problem,
          value: (row) => row.problem?.message ?? words.noProblem,
        },
      ]}
    />
  )
}
