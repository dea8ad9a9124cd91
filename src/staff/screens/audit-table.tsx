// Audit table — a page of the log in words: when, by whom, what, about what.

import { type Column, DataTable } from '#kit/web/data-table'
import { EmptyState } from '#kit/web/empty-state'
import { useFormat } from '#kit/web/format'
import { type Language, useLanguage, useWords } from '#kit/web/language'
import type { AuditReply } from '../administration-wire.ts'
import { isRole, roleName } from '../roles.ts'
import css from './audit-page.module.css'
import { messages as en } from './messages.en.ts'
import { messages as id, type Messages } from './messages.id.ts'

type Entry = AuditReply['entries'][number]

/** Words by the codes that a program writes into its log. */
export interface AuditWords {
  readonly acts: Readonly<Record<string, string>>
  readonly subjects: Readonly<Record<string, string>>
  /** Of what stands in a subject as a code. */
  readonly values?: Readonly<Record<string, string>>
}

export interface AuditTableProps {
  readonly reply: AuditReply
  /** The program's own; the acts on accounts and keys have their words here. */
  readonly own: AuditWords
}

export function AuditTable({ reply, own }: AuditTableProps) {
  const words = useWords({ id, en })
  const language = useLanguage()
  const format = useFormat()
  const acts = { ...words.acts, ...own.acts }
  const keys = { ...words.subjects, ...own.subjects }
  const values = own.values ?? {}
  const names = reply.names
  const told = (entry: Entry) => subjectOf(entry, { words, keys, values, language, names })
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
    { key: 'act', title: words.act, value: ({ act }) => wordIn(acts, act) },
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
  readonly keys: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
  readonly language: Language
  readonly names: Readonly<Record<string, string>>
}

/** `akun: Contoh Camat, peran: Camat`; what has no word is told as it stands in the log. */
function subjectOf({ subject }: Entry, telling: Telling): string {
  const { words, keys, values, language, names } = telling
  const told = (value: string | number | boolean) => {
    if (value === true) return words.yes
    if (value === false) return words.no
    const text = String(value)
    return names[text] ?? (isRole(text) ? roleName(text, language) : wordIn(values, text))
  }
  return Object.entries(subject)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${wordIn(keys, key)}: ${told(value)}`)
    .join(', ')
}

function wordIn(catalog: Readonly<Record<string, string>>, code: string): string {
  return catalog[code] ?? code
}
