// Settings — one documented file (LOKET_HOME/loket.json) or the environment; the environment wins.
//
// Without TLS it is the demo: bound to 127.0.0.1, with sample accounts, all marked CONTOH. An
// installation for real people brings a certificate and a key, and is no longer the demo.

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CenterSettings } from '#center'
import { codeOf } from '#kit/node/files'
import { loopback } from '#kit/node/ports'
import { trouble } from '#kit/node/trouble'
import type { OfficeSettings } from '#office'
import { readNats } from './nats-settings.ts'

/** Every setting, by its name in the file and in the environment. docs/settings.md explains each. */
export const settingNames = [
  'LOKET_HOME',
  'LOKET_HOST',
  'LOKET_OFFICE_PORT',
  'LOKET_CENTER_PORT',
  'LOKET_CENTER_URL',
  'LOKET_PUBLIC_URL',
  'OFFICE_DATABASE_URL',
  'CENTER_DATABASE_URL',
  'LOKET_TLS_CERT',
  'LOKET_TLS_KEY',
  'LOKET_LICENSED',
  'LOKET_SMS_NUMBER',
  'LOKET_SMS_FOLDER',
  'LOKET_SMS_MODEM_DEVICE',
  'LOKET_SMS_MODEM_CONNECTION',
  'LOKET_SPOOL_FOLDER',
  'LOKET_DEVICE_CERTIFICATES',
  'LOKET_SCANNER_PORTS',
  'LOKET_KEEP_DAYS',
  'LOKET_FPIR_ONE_IN',
  'LOKET_SEARCH_SECONDS',
  'LOKET_METRICS_TOKEN',
  'LOKET_NATS_SERVERS',
  'LOKET_NATS_CREDENTIALS',
  'LOKET_NATS_TLS_CA',
  'LOKET_NATS_TLS_CERT',
  'LOKET_NATS_TLS_KEY',
] as const
export type SettingName = (typeof settingNames)[number]

export interface Settings {
  readonly home: string
  readonly office: OfficeSettings
  readonly center: CenterSettings
  readonly scanner: {
    readonly home: string
    readonly ports: { readonly first: number; readonly last: number }
    /** Pages of these origins may use the scanner. */
    readonly origins: readonly string[]
  }
}

type Read = (name: SettingName) => string | undefined

/** @throws a trouble 'setting.…' in one sentence, for whoever starts the program */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Settings {
  const home = resolve(cwd, env.LOKET_HOME ?? 'data')
  const file = readFile(join(home, 'loket.json'))
  const read: Read = (name) => env[name] || file[name]
  const tls = readTls(read, cwd)
  const host = readHost(read, tls !== undefined)
  const officePort = readPort(read, 'LOKET_OFFICE_PORT', 8080)
  const centerPort = readPort(read, 'LOKET_CENTER_PORT', 8090)
  const shared = { host, tls, demo: tls === undefined }
  const scheme = tls === undefined ? 'http' : 'https'
  const publicUrl = read('LOKET_PUBLIC_URL') ?? `${scheme}://${host}:${officePort}`
  const scannerPorts = readPortRange(read)
  return {
    home,
    office: {
      ...shared,
      home: join(home, 'office'),
      port: officePort,
      databaseUrl: read('OFFICE_DATABASE_URL'),
      centerUrl: read('LOKET_CENTER_URL') ?? `${scheme}://${host}:${centerPort}`,
      licensed: !shared.demo && read('LOKET_LICENSED') === 'yes',
      publicUrl,
      smsNumber: read('LOKET_SMS_NUMBER') ?? '082280461751',
      ...readSms(read, { cwd, home, demo: shared.demo }),
      spoolFolder: resolve(cwd, read('LOKET_SPOOL_FOLDER') ?? join(home, 'office', 'spool')),
      deviceCertificates: (
        read('LOKET_DEVICE_CERTIFICATES') ?? join(home, 'device', 'device-certificate.pem')
      )
        .split(',')
        .map((path) => resolve(cwd, path.trim())),
      scannerPorts,
      keepDays: readCount(read, 'LOKET_KEEP_DAYS', 30),
    },
    center: {
      ...shared,
      home: join(home, 'center'),
      port: centerPort,
      databaseUrl: read('CENTER_DATABASE_URL'),
      falsePositiveRate: 1 / readCount(read, 'LOKET_FPIR_ONE_IN', 1_000),
      searchMsMax: 1_000 * readCount(read, 'LOKET_SEARCH_SECONDS', 60),
      ...readMetricsToken(read),
      ...readNats(read, cwd),
    },
    scanner: {
      home: join(home, 'device'),
      ports: scannerPorts,
      origins: [publicUrl, `http://${loopback}:${officePort}`, `http://localhost:${officePort}`],
    },
  }
}

function readFile(path: string): Readonly<Partial<Record<SettingName, string>>> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {}
    throw trouble('setting.file', `The settings file ${path} cannot be read.`)
  }
  const settings = parseTable(text)
  if (settings === undefined) {
    throw trouble('setting.file', `The settings file ${path} does not hold a JSON object.`)
  }
  const unknown = Object.keys(settings).find((name) => !settingNames.some((it) => it === name))
  if (unknown !== undefined) {
    throw trouble('setting.unknown', `The settings file ${path} has an unknown setting ${unknown}.`)
  }
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]))
}

function parseTable(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function readTls(read: Read, cwd: string) {
  const [certificate, key] = [read('LOKET_TLS_CERT'), read('LOKET_TLS_KEY')]
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined || key === undefined) {
    throw trouble('setting.tls', 'Set both LOKET_TLS_CERT and LOKET_TLS_KEY, or neither.')
  }
  const readPem = (path: string, name: SettingName) => {
    try {
      return readFileSync(resolve(cwd, path), 'utf8')
    } catch {
      throw trouble('setting.tls', `${name} names ${path}, which cannot be read.`)
    }
  }
  return {
    certificate: readPem(certificate, 'LOKET_TLS_CERT'),
    key: readPem(key, 'LOKET_TLS_KEY'),
  }
}

function readHost(read: Read, hasTls: boolean): string {
  const host = read('LOKET_HOST') ?? loopback
  if (host !== loopback && !hasTls) {
    throw trouble(
      'setting.host',
      `LOKET_HOST is ${host}: beyond this machine set LOKET_TLS_CERT and LOKET_TLS_KEY as well.`,
    )
  }
  return host
}

function readPort(read: Read, name: SettingName, otherwise: number): number {
  const text = read(name)
  const port = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw trouble('setting.port', `${name} is “${text}”: it must be a port from 1 to 65535.`)
  }
  return port
}

function readPortRange(read: Read) {
  const text = read('LOKET_SCANNER_PORTS') ?? '4501-4600'
  const [first, last] = text.split('-').map(Number)
  const isRange = Number.isInteger(first) && Number.isInteger(last)
  if (!isRange || (first as number) > (last as number)) {
    throw trouble('setting.port', `LOKET_SCANNER_PORTS is “${text}”: write it as 4501-4600.`)
  }
  return { first: first as number, last: last as number }
}

/** Without a modem the demo has a dummy phone; a real office has SMS where a folder or modem is told. */
function readSms(read: Read, at: { cwd: string; home: string; demo: boolean }) {
  const device = read('LOKET_SMS_MODEM_DEVICE')
  const connection = read('LOKET_SMS_MODEM_CONNECTION') ?? 'at'
  if (device !== undefined && !(/^\/[^\s]+$/.test(device) && /^[a-z0-9]+$/.test(connection))) {
    throw trouble(
      'setting.modem',
      `LOKET_SMS_MODEM_DEVICE is “${device}” and the connection “${connection}”: write them as /dev/ttyUSB0 and at115200.`,
    )
  }
  const told = read('LOKET_SMS_FOLDER')
  const hasSms = at.demo || device !== undefined || told !== undefined
  return {
    smsFolder: hasSms ? resolve(at.cwd, told ?? join(at.home, 'sms')) : undefined,
    smsModem: device === undefined ? undefined : { device, connection },
  }
}

const tokenLengthMin = 16

function readMetricsToken(read: Read): Pick<CenterSettings, 'metricsToken'> {
  const metricsToken = read('LOKET_METRICS_TOKEN')
  if (metricsToken === undefined) return {}
  if (!/^[!-~]+$/.test(metricsToken) || metricsToken.length < tokenLengthMin) {
    throw trouble(
      'setting.metrics',
      `LOKET_METRICS_TOKEN must be ${tokenLengthMin} letters, digits or signs at least, without a blank.`,
    )
  }
  return { metricsToken }
}

function readCount(read: Read, name: SettingName, otherwise: number): number {
  const text = read(name)
  const count = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(count) || count < 1) {
    throw trouble('setting.count', `${name} is “${text}”: it must be a whole number from 1 on.`)
  }
  return count
}
