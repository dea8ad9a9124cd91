// Layout — a byte layout as a table of fields: one list gives the reader, the writer and the type.
//
//     const header = layout({ magic: constant('FIR\0'), recordLength: uint32, count: uint16 })
//     header.read(bytes)                                   // Result<{ magic, recordLength, count }>
//     header.write({ recordLength: 16, count: 1 })         // Uint8Array of header.size bytes
//
// All numbers are big-endian, as in every ISO/IEC 19794 part, PNG and JPEG 2000.

import { fail, ok, type Result } from '#kit/result'

export type LayoutIssue =
  | { readonly code: 'layout.short'; readonly neededBytes: number; readonly hadBytes: number }
  | { readonly code: 'layout.constant'; readonly field: string; readonly offset: number }

export interface Field<Value> {
  readonly kind: 'value' | 'constant'
  readonly size: number
  /** Undefined where the bytes cannot be this field: a constant that differs. */
  read(view: DataView, offset: number): Value | undefined
  write(view: DataView, offset: number, value: Value): void
}

export interface ConstantField<Text extends string> extends Field<Text> {
  readonly kind: 'constant'
}

type Fields = Readonly<Record<string, Field<unknown>>>

type ValueOf<It> = It extends Field<infer Value> ? Value : never

/** What a read answers: every field, constants included. */
export type Read<Table> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> }

/** What a write asks for: every field that is not a constant. */
export type Written<Table> = {
  readonly [Name in keyof Table as Table[Name] extends ConstantField<string>
    ? never
    : Name]: ValueOf<Table[Name]>
}

export interface Layout<Table> {
  /** Bytes. */
  readonly size: number
  /** Reads from `offset`, amid other bytes; what follows is not looked at. */
  read(bytes: Uint8Array, offset?: number): Result<Read<Table>, LayoutIssue>
  write(value: Written<Table>): Uint8Array
}

/** Fields follow each other without gaps, in the order they are listed. */
export function layout<const Table extends Fields>(table: Table): Layout<Table> {
  const fields = Object.entries(table)
  const size = fields.reduce((sum, [, field]) => sum + field.size, 0)
  return {
    size,
    read(bytes, offset = 0) {
      const hadBytes = bytes.length - offset
      if (hadBytes < size) return fail({ code: 'layout.short', neededBytes: size, hadBytes })
      const view = new DataView(bytes.buffer, bytes.byteOffset + offset, size)
      const value: Record<string, unknown> = {}
      let at = 0
      for (const [name, field] of fields) {
        const read = field.read(view, at)
        if (read === undefined) {
          return fail({ code: 'layout.constant', field: name, offset: offset + at })
        }
        value[name] = read
        at += field.size
      }
      return ok(value as Read<Table>)
    },
    write(value) {
      const bytes = new Uint8Array(size)
      const view = new DataView(bytes.buffer)
      let at = 0
      for (const [name, field] of fields) {
        field.write(view, at, (value as Record<string, unknown>)[name])
        at += field.size
      }
      return bytes
    },
  }
}
