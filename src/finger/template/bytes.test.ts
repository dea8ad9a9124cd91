// Bytes tests — what is written is read, and any other bytes are an issue.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { strewnTemplate, template } from '../drawn-ridges.arbitrary.ts'
import { readTemplate, writeTemplate } from './bytes.ts'

test('what is written is what is read', () => {
  fc.assert(
    fc.property(template, (it) => {
      expect(readTemplate(writeTemplate(it))).toEqual({ ok: true, value: it })
    }),
  )
})

test('forty minutiae need 252 bytes', () => {
  expect(writeTemplate(strewnTemplate('bytes', 40)).length).toBe(12 + 40 * 6)
})

test('any bytes get an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readTemplate(bytes).ok).toBe(false)
    }),
  )
})

test('a template with one byte changed is read or named, and then written as it was read', () => {
  fc.assert(
    fc.property(template, fc.nat(), fc.nat(255), (it, place, value) => {
      const bytes = writeTemplate(it)
      bytes[place % bytes.length] = value
      const read = readTemplate(bytes)
      if (read.ok) expect(readTemplate(writeTemplate(read.value))).toEqual(read)
    }),
  )
})

test('a template cut short anywhere is an issue', () => {
  const bytes = writeTemplate({
    ...strewnTemplate('cut', 9),
    flow: { columns: 3, rows: 2, blockPx: 16, directions: Uint8Array.of(1, 255, 255, 9, 9, 255) },
  })
  for (let length = 0; length < bytes.length; length++) {
    expect(readTemplate(bytes.subarray(0, length))).toMatchObject({
      ok: false,
      issue: { code: 'layout.short' },
    })
  }
})

describe('a slip is named', () => {
  const plain = { ...strewnTemplate('slips', 3), width: 300, height: 400 }
  const changed = (...changes: [at: number, value: number][]) => {
    const bytes = writeTemplate(plain)
    for (const [at, value] of changes) bytes[at] = value
    return readTemplate(bytes)
  }

  test.each([
    [changed([0, 0x58]), { code: 'layout.constant', field: 'magic' }],
    [changed([3, 2]), { code: 'layout.constant', field: 'magic' }],
    [changed([4, 0], [5, 0]), { code: 'template.value', field: 'width', value: 0 }],
    [changed([4, 7], [5, 209]), { code: 'template.value', field: 'width', value: 2001 }],
    [changed([6, 255]), { code: 'template.value', field: 'height' }],
    [changed([8, 121]), { code: 'template.value', field: 'minutiae', value: 121 }],
    [changed([9, 65]), { code: 'template.value', field: 'flow', value: 65 }],
    [changed([11, 16]), { code: 'template.value', field: 'flow', value: 16 }],
    [changed([12, 1], [13, 44]), { code: 'template.value', field: 'x', value: 300 }],
    [changed([14, 1], [15, 144]), { code: 'template.value', field: 'y', value: 400 }],
    [changed([17, 101]), { code: 'template.value', field: 'quality', value: 101 }],
  ])('%#', (read, issue) => {
    expect(read).toMatchObject({ ok: false, issue })
  })

  test('bytes after the end', () => {
    const longer = Uint8Array.from([...writeTemplate(plain), 0])
    expect(readTemplate(longer)).toEqual({
      ok: false,
      issue: { code: 'template.too-long', extraBytes: 1 },
    })
  })

  test('a run that leads beyond the flow', () => {
    const flow = { columns: 2, rows: 1, blockPx: 16, directions: Uint8Array.of(255, 255) }
    const bytes = writeTemplate({ ...plain, flow })
    bytes[bytes.length - 1] = 0x80 | 3
    expect(readTemplate(bytes)).toMatchObject({ issue: { field: 'flow', value: 0x83 } })
  })
})
