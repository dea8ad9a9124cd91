// Words — a sentence for every code, in both languages.

import { describe, expect, test } from 'vitest'
import { staffMessagesEn } from './messages.en.ts'
import { staffMessagesId } from './messages.id.ts'
import { staffWords } from './words.ts'

describe('words', () => {
  test('are said in the reader’s language, with the facts', () => {
    const issue = { code: 'password.short', length: 4, min: 10 }
    expect(staffWords(issue, 'id')).toBe('Kata sandi paling sedikit 10 huruf; yang diketik 4.')
    expect(staffWords(issue, 'en')).toBe('A password has at least 10 letters; this one has 4.')
  })

  test('of a role are its name', () => {
    const issue = { code: 'role.not-allowed', role: 'petugas-loket' }
    expect(staffWords(issue, 'id')).toContain('Petugas loket')
    expect(staffWords(issue, 'en')).toContain('Counter officer')
  })

  test('of a wait are in seconds below a minute, else in minutes', () => {
    const wait = (waitSeconds: number) =>
      staffWords({ code: 'session.too-many', waitSeconds }, 'id')
    expect(wait(59)).toContain('59 detik')
    expect(wait(61)).toContain('2 menit')
  })

  test.each(['nik.length', 'toString', ''])('of another room, as %j, are not known', (code) => {
    expect(staffWords({ code }, 'id')).toBeUndefined()
  })

  test('exist in both languages and differ', () => {
    expect(Object.keys(staffMessagesEn).sort()).toEqual(Object.keys(staffMessagesId).sort())
    for (const code of Object.keys(staffMessagesId)) {
      const facts = { code, role: 'camat', min: 1, max: 2, seq: 3, waitSeconds: 4, name: 'x' }
      const said = { id: staffWords(facts, 'id'), en: staffWords(facts, 'en') }
      expect(said.id).toMatch(/\.$/)
      expect(said.en).toMatch(/\.$/)
      expect(said.id).not.toBe(said.en)
    }
  })
})
