// Bytes tests — what is written is what is read, and any other bytes are an issue.

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

test('forty minutiae need some 160 bytes', () => {
  expect(writeTemplate(strewnTemplate('bytes', 40)).length).toBeLessThan(160)
})

test('ridges that turn slowly need few bits', () => {
  const directions = Uint8Array.from({ length: 20 * 24 }, (_, i) => Math.floor(i / 20))
  const flow = { columns: 20, rows: 24, directions }
  const bare = strewnTemplate('flow', 10)
  const without = writeTemplate(bare).length
  expect(writeTemplate({ ...bare, flow }).length - without).toBeLessThan((20 * 24 * 3) / 8)
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

test('a template cut short anywhere, or with more behind it, is an issue', () => {
  const bytes = writeTemplate({
    ...strewnTemplate('cut', 9),
    flow: { columns: 3, rows: 2, directions: Uint8Array.of(1, 255, 255, 9, 9, 255) },
  })
  expect(readTemplate(bytes).ok).toBe(true)
  for (let length = 0; length < bytes.length; length++) {
    expect(readTemplate(bytes.subarray(0, length)).ok).toBe(false)
  }
  expect(readTemplate(Uint8Array.from([...bytes, 0]))).toEqual({
    ok: false,
    issue: { code: 'template.length', bytes: bytes.length + 1 },
  })
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
    [changed([3, 1]), { code: 'layout.constant', field: 'magic' }],
    [changed([4, 0], [5, 0]), { code: 'template.value', field: 'width', value: 0 }],
    [changed([4, 7], [5, 209]), { code: 'template.value', field: 'width', value: 2001 }],
    [changed([6, 255]), { code: 'template.value', field: 'height' }],
    [changed([8, 121]), { code: 'template.value', field: 'minutiae', value: 121 }],
    [changed([9, 65]), { code: 'template.value', field: 'flow', value: 65 }],
    [changed([10, 16]), { code: 'template.value', field: 'flow', value: 16 }],
    [changed([11, 255], [12, 255], [13, 255], [14, 255]), { code: 'template.value' }],
  ])('%#', (read, issue) => {
    expect(read).toMatchObject({ ok: false, issue })
  })
})
