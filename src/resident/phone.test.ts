// Phone tests — the ways an Indonesian mobile number is written.

import { describe, expect, test } from 'vitest'
import { dialedPhone, maskPhone, type Phone, parsePhone } from './phone.ts'

describe('a number is read', () => {
  test.each([
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['+62 (0)812 3456 7890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['082280461751', '+6282280461751'],
    ['0811234567', '+62811234567'], // ten digits
    ['0811234567890', '+62811234567890'], // thirteen
  ])('%s', (text, phone) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: phone })
  })
})

describe('a slip is named', () => {
  test.each([
    ['081-abc', { code: 'phone.form', written: '081-abc' }],
    ['', { code: 'phone.form', written: '' }],
    ['0711310000', { code: 'phone.not-mobile', written: '0711310000' }],
    ['+60123456789', { code: 'phone.not-mobile', written: '+60123456789' }],
    ['81234567890', { code: 'phone.not-mobile', written: '81234567890' }],
    ['081123456', { code: 'phone.length', digits: 9 }],
    ['08112345678901', { code: 'phone.length', digits: 14 }],
  ])('%s', (text, issue) => {
    expect(parsePhone(text)).toEqual({ ok: false, issue })
  })
})

test('a number is shown as it is dialed, or with its middle hidden', () => {
  const phone = '+6282280461751' as Phone
  expect(dialedPhone(phone)).toBe('0822-8046-1751')
  expect(maskPhone(phone)).toBe('0822-****-*751')
  expect(parsePhone(dialedPhone(phone))).toEqual({ ok: true, value: phone })
})
