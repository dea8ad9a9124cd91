// Packets — those that are tried again, and those that were set aside, each with its reason.

import { ActionButton } from '#kit/web/action-button'
import { useAct } from '#kit/web/api'
import { type Column, DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { IssueNotice } from '#kit/web/notice'
import { Stack } from '#kit/web/page'
import { useAccount } from '#kit/web/session'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import { pipelinePath } from './paths.ts'
import type { PacketRow, PipelineReply, TryAgainRequest } from './wire.ts'

interface PacketsProps {
  readonly rows: readonly PacketRow[]
}

/** Nothing at all where none is. */
export function Stuck({ rows }: PacketsProps) {
  const words = useWords({ id, en })
  const columns = useColumns()
  if (rows.length === 0) return null
  return (
    <section>
      <h2 className={css.heading}>{words.stuckTitle}</h2>
      <DataTable
        name={words.stuckTitle}
        rows={rows}
        rowKey={(row) => row.digest}
        columns={columns}
      />
    </section>
  )
}

export function SetAside({ rows }: PacketsProps) {
  const words = useWords({ id, en })
  const columns = useColumns()
  const maySteer = useAccount().role === 'supervisor'
  const again = useAct<PipelineReply, TryAgainRequest>({
    path: `${pipelinePath}/again`,
    refreshes: [pipelinePath],
  })
  const act: Column<PacketRow> = {
    key: 'act',
    title: words.act,
    value: () => '',
    show: (row) => (
      <ActionButton
        look="plain"
        busy={again.isPending}
        label={words.againFor(row.officeName, shortCase(row))}
        onAct={() => again.mutate({ digest: row.digest })}
      >
        {words.again}
      </ActionButton>
    ),
    tight: true,
  }
  return (
    <section>
      <Stack tight>
        <h2 className={css.heading}>{words.setAsideTitle}</h2>
        {again.error !== null && <IssueNotice issue={again.error} takesFocus />}
        <DataTable
          name={words.setAsideTitle}
          rows={rows}
          rowKey={(row) => row.digest}
          empty={<EmptyState title={words.setAsideNone} />}
          columns={maySteer ? [...columns, act] : columns}
        />
      </Stack>
    </section>
  )
}

const shortCase = ({ caseId }: PacketRow) => caseId.slice(0, 8)

function useColumns(): readonly Column<PacketRow>[] {
  const words = useWords({ id, en })
  const format = useFormat()
  return [
    {
      key: 'why',
      title: words.why,
      value: (row) => row.problem?.message ?? '',
      show: (row) => <div className={css.sentence}>{row.problem?.message}</div>,
    },
    { key: 'office', title: words.office, value: (row) => row.officeName },
    {
      key: 'arrived',
      title: words.arrived,
      value: (row) => row.receivedAtMs,
      show: (row) => format.dateTime(row.receivedAtMs),
    },
    { key: 'tries', title: words.tries, value: (row) => row.tries, align: 'end' },
    { key: 'case', title: words.case, value: shortCase, tight: true },
  ]
}
