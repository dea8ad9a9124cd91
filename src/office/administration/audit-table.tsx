// Audit table — a page of the log in words: when, by whom, what, about what.

import { type Column, DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { type Language, useLanguage, useWords } from '#kit/web/language'
import type { AuditReply } from '#staff/administration-wire'
import { isRole, roleName } from '#staff/roles'
import css from './audit-page.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'

type Entry = AuditReply['entries'][number]

export function AuditTable({ reply }: { readonly reply: AuditReply }) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const told = (entry: Entry) => subjectOf(entry, { words, language, names: reply.names })
  const columns: readonly Column<Entry>[] = [
    { key: 'seq', title: words.seq, value: (entry) => entry.seq, align: 'end', tight: true },
    {
      key: 'at',
      title: words.at,
      value: (entry) => entry.at,
      show: (entry) => format.dateTime(Date.parse(entry.at)),
      tight: true,
    },
    {
      key: 'actor',
      title: words.actor,
      value: ({ actor }) => reply.names[actor] ?? wordIn(words.actors, actor),
    },
    { key: 'act', title: words.act, value: ({ act }) => wordIn(words.acts, act) },
    {
      key: 'subject',
      title: words.subject,
      value: told,
      show: (entry) => <span className={css.subject}>{told(entry)}</span>,
    },
  ]
  return (
    <DataTable
      name={words.audit}
      rows={reply.entries}
      columns={columns}
      rowKey={(entry) => String(entry.seq)}
      empty={<EmptyState title={words.noEntries} />}
    />
  )
}

interface Telling {
  readonly words: Messages
  readonly language: Language
  readonly names: Readonly<Record<string, string>>
}

/** `akun: Contoh Camat, peran: Camat`; what has no word is told as it stands in the log. */
function subjectOf({ subject }: Entry, { words, language, names }: Telling): string {
  const told = (value: string | number | boolean) => {
    if (value === true) return words.yes
    if (value === false) return words.no
    const text = String(value)
    return names[text] ?? (isRole(text) ? roleName(text, language) : text)
  }
  return Object.entries(subject)
    .map(([key, value]) => `${wordIn(words.subjects, key)}: ${told(value)}`)
    .join(', ')
}

function wordIn(catalog: Readonly<Record<string, string>>, code: string): string {
  return catalog[code] ?? code
}
