// Ledger page — every blank card that came and went, with what is left after each entry.

import { useState } from 'react'
import { ActionButton } from '#kit/web/action-button'
import { useAsk } from '#kit/web/api'
import { type Column, DataTable } from '#kit/web/data-table'
import { Dialog } from '#kit/web/dialog'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { useWords } from '#kit/web/language'
import { Loaded } from '#kit/web/loaded'
import { Notice } from '#kit/web/notice'
import { Page as PageFrame, Sheet } from '#kit/web/page'
import { EntryForm } from './entry-form.tsx'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'
import type { BlangkoReply } from './wire.ts'

type Entry = BlangkoReply['entries'][number]

export function Page() {
  const words = useWords({ id, en })
  const format = useFormat()
  const ledger = useAsk<BlangkoReply>('/api/blangko')
  const [asks, setAsks] = useState(false)
  const [saved, setSaved] = useState<BlangkoReply>()
  return (
    <PageFrame
      title={words.ledger}
      lead={words.ledgerLead}
      width="wide"
      back={{ to: '/petugas/cetak', title: words.title }}
      actions={
        <ActionButton shortcut="B" onAct={() => setAsks(true)}>
          {words.newEntry}
        </ActionButton>
      }
    >
      {saved !== undefined && (
        <Notice key={saved.entries[0]?.entryId} tone="done" takesFocus>
          {words.saved(format.number(saved.stock))}
        </Notice>
      )}
      <Loaded of={ledger} waiting={{ shape: 'rows', count: 8 }}>
        {({ stock, entries }) => (
          <Sheet title={words.entries} aside={<strong>{words.stock(format.number(stock))}</strong>}>
            <Entries entries={entries} />
          </Sheet>
        )}
      </Loaded>
      <Dialog opened={asks} title={words.newEntry} onClose={() => setAsks(false)}>
        <EntryForm
          onSaved={(reply) => {
            setAsks(false)
            setSaved(reply)
          }}
        />
      </Dialog>
    </PageFrame>
  )
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords({ id, en })
  const format = useFormat()
  const columns: readonly Column<Entry>[] = [
    { key: 'entryId', title: words.number, value: (it) => it.entryId, align: 'end', tight: true },
    {
      key: 'at',
      title: words.at,
      value: (it) => new Date(it.enteredAtMs).toISOString(),
      show: (it) => format.dateTime(it.enteredAtMs),
      tight: true,
    },
    { key: 'kind', title: words.kind, value: (it) => kindOf(it, words) },
    {
      key: 'change',
      title: words.change,
      value: (it) => it.change,
      show: (it) => (it.change > 0 ? `+${format.number(it.change)}` : format.number(it.change)),
      align: 'end',
      tight: true,
    },
    {
      key: 'balance',
      title: words.balance,
      value: (it) => it.balance,
      show: (it) => format.number(it.balance),
      align: 'end',
      tight: true,
    },
    { key: 'note', title: words.note, value: (it) => it.note },
    { key: 'enteredBy', title: words.enteredBy, value: (it) => it.enteredBy },
  ]
  return (
    <DataTable
      name={words.entries}
      rows={entries}
      columns={columns}
      rowKey={(it) => String(it.entryId)}
      empty={<EmptyState title={words.noEntries}>{words.noEntriesHelp}</EmptyState>}
    />
  )
}

function kindOf({ kind }: Entry, { kinds }: Messages): string {
  return (kinds as Readonly<Record<string, string>>)[kind] ?? kind
}
