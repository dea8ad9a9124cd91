// Biodata rows — every line in words, and only what differs marked.

import { expect, test } from 'vitest'
import { residentNamed } from '../../../test/support/packets.ts'
import { biodataRowsOf } from './biodata-rows.ts'

const ani = residentNamed('ani')

test('the same person differs in nothing', () => {
  const rows = biodataRowsOf(ani, structuredClone(ani), 'id')
  expect(rows.filter((row) => row.differs)).toEqual([])
  expect(rows.find((row) => row.field === 'nik')?.newcomer).toBe(ani.nik)
})

test('another name and another village are marked, codes are words', () => {
  const other = { ...ani, name: 'LAIN', sex: 'male', address: { ...ani.address, rt: 99 } }
  const rows = biodataRowsOf({ ...ani, sex: 'female' }, other, 'id')
  const differing = rows.filter((row) => row.differs)
  expect(differing.map((row) => row.field)).toEqual(['name', 'sex', 'rt'])
  expect(differing[1]).toMatchObject({ newcomer: 'Perempuan', recorded: 'Laki-Laki' })
  const english = biodataRowsOf({ ...ani, sex: 'female' }, other, 'en')
  expect(english.find((row) => row.field === 'sex')?.newcomer).toBe('Female')
})

test('a village is told by its name where that is known', () => {
  const at = (village: string) => ({ ...ani, address: { ...ani.address, village } })
  const rows = biodataRowsOf(at('16.06.12.2001'), at('99.99.99.2001'), 'id')
  const told = { newcomer: 'Peninggalan', recorded: '99.99.99.2001', differs: true }
  expect(rows.find((row) => row.field === 'village')).toMatchObject(told)
})

test('what a record does not hold is a dash, not a word of the machine', () => {
  const rows = biodataRowsOf({}, undefined, 'id')
  expect(rows.every((row) => row.newcomer === '–' && row.recorded === '–')).toBe(true)
})
