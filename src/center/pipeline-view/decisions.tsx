// Decisions — what was decided lately, by the field's status and where it came from.

import { DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { StatusWord } from '#kit/web/status-word'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { PipelineReply } from './wire.ts'

const tones: Readonly<Record<string, 'done' | 'needs' | 'refusal'>> = {
  PRINT_READY_RECORD: 'done',
  ADJUDICATE_RECORD: 'needs',
}

export function Decisions({ reply }: { readonly reply: PipelineReply }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const wordOf = (status: string) => words.statuses[status] ?? status
  return (
    <section>
      <h2 className={css.heading}>{words.decisionsTitle}</h2>
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
          { key: 'why', title: words.why, value: (row) => row.problem?.message ?? '' },
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
    </section>
  )
}
