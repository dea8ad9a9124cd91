// Code list — a closed list of the population forms: each entry a value, a code and a printed name.
//
// Our own code says `'married-registered'`; the form says 2 and prints KAWIN TERCATAT. Whoever types
// may write any of the three.

import { present } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'
import type { Language } from './language.ts'

export interface CodeEntry<Value extends string | number> {
  readonly value: Value
  /** The number that stands in the box of the form. */
  readonly code: number
  /** As the form and the card print it, in capitals. */
  readonly name: string
  /** As a screen shows it. */
  readonly label: Readonly<Record<Language, string>>
}

export interface CodeList<Value extends string | number> {
  readonly name: string
  readonly entries: readonly CodeEntry<Value>[]
  get(value: Value): CodeEntry<Value>
  /** By value, by code or by printed name; letter case and spaces do not matter. */
  find(written: string | number): CodeEntry<Value> | undefined
}

export interface CodeIssue {
  readonly code: 'code-list.unknown'
  readonly list: string
  readonly written: string
}

/** Value, printed name, English label, and an Indonesian label where the name would not do. */
export type CodeRow<Value> = readonly [Value, string, string, string?]

const WRITTEN_MAX = 80

/** A list whose codes count from 1 in the order of its rows. */
export function codeList<const Value extends string | number>(
  name: string,
  rows: readonly CodeRow<Value>[],
): CodeList<Value> {
  const entries = rows.map(([value, printed, en, id], index) => ({
    value,
    code: index + 1,
    name: printed,
    label: { id: id ?? quietly(printed), en },
  }))
  const byValue = new Map(entries.map((entry) => [entry.value, entry]))
  const byWriting = new Map(
    entries.flatMap((entry) =>
      [String(entry.value), String(entry.code), entry.name].map((it) => [folded(it), entry]),
    ),
  )
  return {
    name,
    entries,
    get: (value) => present(byValue.get(value), `${value} is of the list ${name}`),
    find: (written) => {
      const text = String(written)
      return text.length > WRITTEN_MAX ? undefined : byWriting.get(folded(text))
    },
  }
}

export function parseCode<Value extends string | number>(
  list: CodeList<Value>,
  written: string | number,
): Result<Value, CodeIssue> {
  const entry = list.find(written)
  if (entry !== undefined) return ok(entry.value)
  const shown = String(written).slice(0, WRITTEN_MAX)
  return fail({ code: 'code-list.unknown', list: list.name, written: shown })
}

function folded(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
}

const abbreviations = new Set(
  'AB SD SLTP SLTA II III IV WNI ITAP TNI RI POLRI PNS BUMN BUMD DPR DPD BPK DPRD YME'.split(' '),
)
const smallWords = new Set(['TERHADAP', 'DAN'])

/** PEGAWAI NEGERI SIPIL (PNS) → Pegawai Negeri Sipil (PNS): a screen does not shout. */
function quietly(name: string): string {
  return name.replace(/[A-Z]+/g, (word) => {
    if (abbreviations.has(word)) return word
    if (smallWords.has(word)) return word.toLowerCase()
    return word.slice(0, 1) + word.slice(1).toLowerCase()
  })
}
