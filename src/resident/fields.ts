// Fields — a form as a table: each field with its parser, every slip gathered, none hiding another.

import { fail, ok, type Result } from '#kit/result'
import type { ResidentIssue } from './issues.ts'

/** A slip and the field it stands in; `address.rt` is the field `rt` of the group `address`. */
export type FieldIssue<Field extends string = string> = ResidentIssue & { readonly field: Field }

export interface FieldReader<Value> {
  readonly required: boolean
  read(written: unknown, field: string): Result<Value, readonly FieldIssue[]>
}

export type FieldTable = Readonly<Record<string, FieldReader<unknown>>>

/** A table that has a reader of the right type for each field of `Form`. */
export type TableOf<Form> = {
  readonly [Field in keyof Form]-?: FieldReader<Exclude<Form[Field], undefined>>
}

/** A field filled in with text; a code may also come as a number. */
export function required<Value>(
  parse: (text: string) => Result<Value, ResidentIssue>,
): FieldReader<Value> {
  return { required: true, read: (written, field) => readText(parse, written, field) }
}

/** A field that may stay empty. */
export function optional<Value>(
  parse: (text: string) => Result<Value, ResidentIssue>,
): FieldReader<Value> {
  return { ...required(parse), required: false }
}

/** Fields that belong together under one name. */
export function group<Form>(table: TableOf<Form>, isRequired: boolean): FieldReader<Form> {
  return {
    required: isRequired,
    read: (written, field) => readFields(table, written, `${field}.`),
  }
}

/** Reads what stands in the table's fields, and nothing else; absent optional fields stay absent. */
export function readFields<Form>(
  table: TableOf<Form>,
  input: unknown,
  prefix = '',
): Result<Form, readonly FieldIssue[]> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return fail([{ code: 'field.not-a-group', field: prefix.replace(/\.$/, '') }])
  }
  const values: Record<string, unknown> = {}
  const issues: FieldIssue[] = []
  for (const [name, reader] of Object.entries(table as FieldTable)) {
    const written = (input as Record<string, unknown>)[name]
    const field = `${prefix}${name}`
    if (isBlank(written) || (!reader.required && isBlankGroup(written))) {
      if (reader.required) issues.push({ code: 'field.missing', field })
      continue
    }
    const value = reader.read(written, field)
    if (value.ok) values[name] = value.value
    else issues.push(...value.issue)
  }
  return issues.length === 0 ? ok(values as Form) : fail(issues)
}

function readText<Value>(
  parse: (text: string) => Result<Value, ResidentIssue>,
  written: unknown,
  field: string,
): Result<Value, readonly FieldIssue[]> {
  const isCode = typeof written === 'number' && Number.isSafeInteger(written)
  if (typeof written !== 'string' && !isCode) return fail([{ code: 'field.not-text', field }])
  const value = parse(String(written))
  return value.ok ? value : fail([{ ...value.issue, field }])
}

function isBlank(written: unknown): boolean {
  if (typeof written === 'string') return written.trim() === ''
  return written === undefined || written === null
}

/** A screen sends the empty boxes of an optional group along; that is not a slip. */
function isBlankGroup(written: unknown): boolean {
  return typeof written === 'object' && written !== null && Object.values(written).every(isBlank)
}
