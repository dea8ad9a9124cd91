// SMS — what a message asks for, whom to answer, and what fits.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitSms, smsLettersOf, smsPartsOf, smsTextOf } from '../records/sms-text.ts'
import type { OfficeSettings } from '../settings.ts'
import { decideDaemon, smsdrcOf, troubleIn } from './daemon.ts'
import { replies } from './replies.id.ts'
import { answerableSender, askedBy } from './sms.ts'

describe('a message asks', () => {
  test('to complain, with the word in any case and what follows it', () => {
    for (const text of ['ADUAN loket tutup', ' aduan: loket tutup', 'Lapor, loket tutup']) {
      expect(askedBy(text)).toEqual({ kind: 'complaint', text: 'loket tutup' })
    }
  })

  test('for a status, by ticket or by the number of a complaint', () => {
    expect(askedBy('Status TJ-261122-017')).toEqual({ kind: 'status', about: 'TJ-261122-017' })
    expect(askedBy('ADU-2611-0003')).toEqual({ kind: 'status', about: 'ADU-2611-0003' })
  })

  test('for nothing known, and is told how to ask', () => {
    for (const text of ['', 'halo', 'ADUAN', 'ADUAN x', 'STATUS', 'aduanku lama']) {
      expect(askedBy(text)).toEqual({ kind: 'help' })
    }
  })
})

test('a person is answered; a short code, a service and the office itself are not', () => {
  expect(answerableSender('+6281234567890', '082280461751')).toBe('+6281234567890')
  for (const sender of ['3636', 'GOPAY', '', '+6282280461751', '082280461751']) {
    expect(answerableSender(sender, '082280461751')).toBeUndefined()
  }
})

describe('a text', () => {
  test('is cut to its messages and says where to read on', () => {
    const text = fitSms('kata '.repeat(200), 2, '... lanjut')
    expect(smsPartsOf(text)).toBe(2)
    expect(text.endsWith('... lanjut')).toBe(true)
    expect(fitSms('pendek', 2, '...')).toBe('pendek')
  })

  test('counts as a phone counts', () => {
    expect(smsLettersOf('a{b}')).toBe(6)
    expect([160, 161, 306, 307].map((n) => smsPartsOf('a'.repeat(n)))).toEqual([1, 2, 2, 3])
  })

  test('of whatever letters never takes more messages than allowed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), fc.nat(3), (text, more) => {
        const fitted = fitSms(text, more + 1, '...')
        expect(smsPartsOf(fitted)).toBeLessThanOrEqual(more + 1)
        expect(smsTextOf(fitted)).toBe(fitted)
      }),
    )
  })
})

test('every standing reply is one message', () => {
  const number = 'ADU-2611-12345'
  const all = [
    replies.help,
    replies.filed(number, '2026-11-24', '7K3M9Q'),
    replies.complaintOpen(number, '2026-11-24'),
    replies.unknown,
    replies.caseStatus('TJ-261122-12345', 'handover'),
  ]
  for (const text of all) {
    expect(smsTextOf(text)).toBe(text)
    expect(smsPartsOf(text)).toBe(1)
  }
})

test('trouble is told without anybody’s number, everyday lines not at all', () => {
  const head = 'sms: Mon 2026/11/23 04:03:21 gammu-smsd[15200]: '
  expect(troubleIn(`${head}Transmitted OUTA_+6281234567890_x.txt`)).toBeUndefined()
  expect(troubleIn(`${head}Error sending to +6281234567890`)).toBe('Error sending to ***')
})

describe('the daemon', () => {
  const decide = (settings: Partial<OfficeSettings>) => decideDaemon(settings as OfficeSettings)
  const modem = { device: '/dev/ttyUSB0', connection: 'at115200' }

  test('has a dummy phone in the demonstration only', () => {
    expect(decide({ smsFolder: '/s', demo: true })).toMatchObject({
      kind: 'own',
      modem: { model: 'dummy', connection: 'none' },
    })
    expect(decide({ smsFolder: '/s', demo: false })).toMatchObject({ kind: 'outside' })
    expect(decide({ smsFolder: undefined, demo: true })).toEqual({ kind: 'off' })
  })

  test('speaks with the modem that is told, in the demonstration too', () => {
    const plan = decide({ smsFolder: '/s', smsModem: modem, demo: true })
    expect(plan).toEqual({ kind: 'own', folder: '/s', modem })
    const lines = smsdrcOf('/s', modem).split('\n')
    expect(lines).toContain('device = /dev/ttyUSB0')
    expect(lines).toContain('connection = at115200')
    expect(lines).toContain('outboxpath = /s/outbox/')
    expect(lines.some((line) => line.startsWith('model'))).toBe(false)
  })
})
