// Audit entry — one act of a person, and the hash that ties it to the act before it.

import { createHash } from 'node:crypto'
import { assert } from '#kit/assert'
import { auditActLengthMax, auditSubjectBytesMax, auditSubjectKeysMax } from './limits.ts'

/**
 * What the act was about: ids and plain facts, never a NIK or a name, because this log is shown to
 * people who may not see the record itself.
 */
export type AuditSubject = Readonly<Record<string, string | number | boolean>>

export interface AuditEntry {
  /** From 1, without a gap. */
  readonly seq: number
  readonly at: Date
  /** An account id, 'system' or 'resident'. */
  readonly actor: string
  readonly act: string
  readonly subject: AuditSubject
}

export interface ChainedEntry extends AuditEntry {
  readonly previousHash: Uint8Array
  readonly hash: Uint8Array
}

/** What stands before the first entry. */
export const noHash: Uint8Array = new Uint8Array(32)

/** SHA-256 over the hash before and the entry as canonical JSON (RFC 8785). */
export function hashOf(previousHash: Uint8Array, entry: AuditEntry): Uint8Array {
  const { seq, actor, act, subject } = entry
  const text = canonicalJson({ act, actor, at: entry.at.toISOString(), seq, subject })
  return createHash('sha256').update(previousHash).update(text, 'utf8').digest()
}

/** Where an entry could not be read back as it was written, a programmer has slipped. */
export function assertRecordable(act: string, subject: AuditSubject): void {
  assert(/^[a-z][a-z0-9.-]+$/.test(act) && act.length <= auditActLengthMax, `an act: ${act}`)
  const values = Object.entries(subject)
  assert(values.length <= auditSubjectKeysMax, 'a subject names few things')
  assert(canonicalJson(subject).length <= auditSubjectBytesMax, 'a subject is short')
  for (const [key, value] of values) {
    if (typeof value === 'number') assert(Number.isSafeInteger(value), `${key} is a whole number`)
    if (typeof value !== 'string') continue
    assert(!value.includes('\0'), `${key} can be stored as text`)
    assert(!/\p{Surrogate}/u.test(value), `${key} is well-formed`)
    assert(!/^\d{16}$/.test(value), `${key} looks like a NIK, which this log must not hold`)
  }
}

type Json = string | number | boolean | { readonly [key: string]: Json }

function canonicalJson(value: Json): string {
  if (typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`)
  return `{${members.join(',')}}`
}
