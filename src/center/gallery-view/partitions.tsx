// Partitions — each part of the gallery: how big it is, who holds it, and how far each copy is.

import { DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { StatusWord } from '#kit/web/status-word'
import { bytesColumn, countColumn } from './columns.ts'
import { messages as en } from './messages.en.ts'
import { messages as id } from './messages.id.ts'
import css from './page.module.css'
import type { PartitionRow, ReplicaRow } from './wire.ts'

const tones = { held: 'done', loading: 'calm', 'other-version': 'needs', gone: 'refusal' } as const

export function Partitions({ rows }: { readonly rows: readonly PartitionRow[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const told = ({ matcher, state, lag }: ReplicaRow) => {
    const behind = state === 'held' && lag > 0 ? `, ${words.behind(format.number(lag))}` : ''
    return `${matcher}: ${words.replicaStates[state]}${behind}`
  }
  return (
    <section>
      <h2 className={css.heading}>{words.partitionsTitle}</h2>
      <p className={css.soft}>{words.partitionsHelp}</p>
      <DataTable<PartitionRow>
        name={words.partitionsTitle}
        rows={rows}
        rowKey={(row) => row.partition}
        empty={<EmptyState title={words.partitionsNone} />}
        columns={[
          { key: 'range', title: words.range, value: (row) => row.partition, tight: true },
          {
            key: 'copies',
            title: words.copies,
            value: (row) => row.replicas.map(told).join('; '),
            show: ({ replicas }) => (
              <ul className={css.replicas}>
                {replicas.map((it) => (
                  <li key={it.matcher}>
                    <StatusWord tone={tones[it.state]} word={told(it)} />
                  </li>
                ))}
              </ul>
            ),
          },
          countColumn(format, 'live', words.live, (row) => row.liveCount),
          countColumn(format, 'people', words.people, (row) => row.people),
          bytesColumn(format, words.bytes, (row) => row.bytes),
        ]}
      />
    </section>
  )
}
