// Draft — a form on the screen sends what was typed, and nothing else.

import { expect, test } from 'vitest'
import { parseBiodata } from '#resident/biodata'
import { sampleCast, sampleToday } from '#resident/sample-cast'
import { asksForAdult, biodataInputOf, boxOf, draftOf, freshDraft } from './draft.ts'

test.each(sampleCast.map(({ key, biodata }) => [key, biodata] as const))(
  'the form of %s goes to the screen and back without losing a letter',
  (_key, biodata) => {
    const read = parseBiodata(biodataInputOf(draftOf(biodata), sampleToday), sampleToday)
    expect(read).toEqual({ ok: true, value: biodata })
  },
)

test('who came along is asked of the unmarried under eighteen only', () => {
  const at = (birthDate: string, maritalStatus = '') =>
    asksForAdult({ birthDate, maritalStatus }, sampleToday)
  expect(at('2008-11-23')).toBe(true)
  expect(at('2008-11-22')).toBe(false)
  expect(at('2008-11-23', 'never-married')).toBe(true)
  expect(at('2008-11-23', 'married-registered')).toBe(false)
  expect(at('2027-01-01')).toBe(false)
  expect(at('')).toBe(false)
})

test('a stay permit typed by mistake is not sent for a citizen', () => {
  const typed = { ...freshDraft, name: ' ', 'itap.number': 'A1', 'address.rt': '003' } as const
  expect(biodataInputOf(typed, sampleToday)).toEqual({
    citizenship: 'wni',
    address: { kodepos: '30756', rt: '003' },
  })
  expect(biodataInputOf({ ...typed, citizenship: 'oa' }, sampleToday)).toMatchObject({
    itap: { number: 'A1' },
  })
})

test('a slip of a whole group is shown at its first box', () => {
  expect(boxOf('accompanyingAdult')).toBe('accompanyingAdult.name')
  expect(boxOf('address.rt')).toBe('address.rt')
  expect(boxOf('biodata')).toBeUndefined()
})
