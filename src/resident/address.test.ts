// Address tests — rt, rw, postcode and street at their borders.

import { describe, expect, test } from 'vitest'
import {
  type Address,
  doubtsAboutAddress,
  parseKodepos,
  parseRt,
  parseRw,
  parseStreet,
  rtRwOf,
} from './address.ts'

test.each([
  ['3', '003'],
  ['003', '003'],
  [' 12 ', '012'],
  ['0', '000'],
  ['999', '999'],
])('RT and RW %s', (text, digits) => {
  expect(parseRt(text)).toEqual({ ok: true, value: digits })
  expect(parseRw(text)).toEqual({ ok: true, value: digits })
})

test.each([[''], ['0003'], ['-'], ['1a'], ['٣']])('neither RT nor RW: %s', (written) => {
  expect(parseRt(written)).toEqual({ ok: false, issue: { code: 'address.rt-form', written } })
  expect(parseRw(written)).toEqual({ ok: false, issue: { code: 'address.rw-form', written } })
})

describe('a postcode has five digits', () => {
  test.each([['30756'], ['10000'], ['99999']])('%s', (text) => {
    expect(parseKodepos(text)).toEqual({ ok: true, value: text })
  })
  test.each([['3075'], ['307560'], ['09999'], ['3075O']])('not %s', (written) => {
    const issue = { code: 'address.kodepos-form', written }
    expect(parseKodepos(written)).toEqual({ ok: false, issue })
  })
})

test('a street is a line of at most a hundred letters', () => {
  expect(parseStreet('dusun  II')).toEqual({ ok: true, value: 'DUSUN II' })
  expect(parseStreet('A'.repeat(100)).ok).toBe(true)
  for (const [text, length] of [
    ['A'.repeat(101), 101],
    [' ', 0],
  ] as const) {
    const issue = { code: 'address.street-length', length, lengthMax: 100 }
    expect(parseStreet(text)).toEqual({ ok: false, issue })
  }
})

test('RT and RW of zeros are met and doubted', () => {
  const address = { rt: '000', rw: '001' } as Address
  expect(rtRwOf(address)).toBe('000/001')
  expect(doubtsAboutAddress(address)).toEqual([{ code: 'address.rt-zero' }])
  expect(doubtsAboutAddress({ ...address, rt: '003', rw: '000' } as Address)).toEqual([
    { code: 'address.rw-zero' },
  ])
})
