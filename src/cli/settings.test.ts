// Settings — what an installation may say of its SMS, and what it is told where it slips.

import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const home = '/nowhere/loket'
const read = (env: Record<string, string>) => readSettings({ LOKET_HOME: home, ...env }, '/').office

test('the demonstration has an SMS folder of its own and no modem', () => {
  expect(read({})).toMatchObject({ demo: true, smsFolder: `${home}/sms` })
  expect(read({}).smsModem).toBeUndefined()
})

test('a modem is named by its device, its connection by gammu’s word', () => {
  const modem = { LOKET_SMS_MODEM_DEVICE: '/dev/ttyUSB0' }
  expect(read(modem).smsModem).toEqual({ device: '/dev/ttyUSB0', connection: 'at' })
  const told = { ...modem, LOKET_SMS_MODEM_CONNECTION: 'at115200' }
  expect(read(told).smsModem).toEqual({ device: '/dev/ttyUSB0', connection: 'at115200' })
})

test('what would break the daemon’s configuration is refused in one sentence', () => {
  for (const device of ['ttyUSB0', '/dev/tty USB0', '/dev/x\nmodel = dummy']) {
    expect(() => read({ LOKET_SMS_MODEM_DEVICE: device })).toThrow('LOKET_SMS_MODEM_DEVICE')
  }
})
