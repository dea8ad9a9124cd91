// Email tests — addresses that a letter could be sent to.

import { describe, expect, test } from 'vitest'
import { parseEmail } from './email.ts'

test.each([
  ['siti@contoh.id', 'siti@contoh.id'],
  [' Siti.R+ktp@Mail.Contoh.GO.ID ', 'Siti.R+ktp@mail.contoh.go.id'],
  [`a@${'b'.repeat(63)}.id`, `a@${'b'.repeat(63)}.id`],
])('%s is read', (text, email) => {
  expect(parseEmail(text)).toEqual({ ok: true, value: email })
})

describe('what is no address', () => {
  test.each([
    [''],
    ['siti'],
    ['siti@contoh'],
    ['siti@contoh.'],
    ['@contoh.id'],
    ['siti@@contoh.id'],
    ['siti@a@contoh.id'],
    ['siti@contoh.id@a'],
    ['si ti@contoh.id'],
    ['siti@-contoh.id'],
    [`a@${'b'.repeat(64)}.id`],
    [`${'a'.repeat(65)}@contoh.id`],
  ])('%s', (written) => {
    expect(parseEmail(written)).toEqual({ ok: false, issue: { code: 'email.form', written } })
  })

  test('is not repeated at any length', () => {
    const parsed = parseEmail('a'.repeat(1000))
    expect(!parsed.ok && parsed.issue.written.length).toBe(254)
  })
})
