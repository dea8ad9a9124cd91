// Desk — when a case may be opened, and what a scanner types.

import { expect, test } from 'vitest'
import { codeInScan, decideOpening } from './desk.ts'

test('a case is opened once the person was looked for', () => {
  const at = { service: 'new', isElsewhere: false, known: undefined } as const
  expect(decideOpening({ ...at, service: undefined })).toBe('service-first')
  expect(decideOpening(at)).toBe('find-first')
  expect(decideOpening({ ...at, known: 0 })).toBe('open')
  expect(decideOpening({ ...at, known: 2 })).toBe('open')
})

test('who is served elsewhere is told so without being looked for', () => {
  const at = { service: 'lost', isElsewhere: true, known: undefined } as const
  expect(decideOpening(at)).toBe('direct')
})

test('a scanned QR is as good as a typed code', () => {
  for (const text of [
    '7K3M-9QXD',
    ' 7K3M-9QXD ',
    'https://loket.example/formulir/7K3M-9QXD',
    'https://loket.example/formulir/7K3M-9QXD/?tiket=TJ-261122-001',
  ]) {
    expect(codeInScan(text)).toBe('7K3M-9QXD')
  }
  expect(codeInScan('')).toBe('')
})
