// Daemon — gammu-smsd, which speaks with the modem: its configuration, its life under the office.

import { execFile } from 'node:child_process'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeDurably } from '#kit/node/files'
import { listProcesses, signal, waitUntil } from '#kit/node/process-table'
import { startProcesses } from '#kit/node/processes'
import type { OfficeSettings } from '../settings.ts'

export type DaemonPlan =
  | { readonly kind: 'off' }
  /** The installation runs a gammu-smsd of its own on the folder. */
  | { readonly kind: 'outside'; readonly folder: string }
  | { readonly kind: 'own'; readonly folder: string; readonly modem: Modem }

export interface Modem {
  readonly device: string
  /** As gammu names it: `at115200`, `at`; `none` for the dummy phone. */
  readonly connection: string
  readonly model?: string
}

const program = 'gammu-smsd'
/** The pause before a daemon that ended is started again; it doubles, up to minutes. */
const restartDelayMs = 5_000
const graceMs = 5_000
const folders = ['inbox', 'outbox', 'sent', 'error'] as const

/** Without a modem the demonstration has a dummy phone, and a real office no SMS. */
export function decideDaemon({ smsFolder, smsModem, demo }: OfficeSettings): DaemonPlan {
  if (smsFolder === undefined) return { kind: 'off' }
  if (smsModem !== undefined) return { kind: 'own', folder: smsFolder, modem: smsModem }
  if (!demo) return { kind: 'outside', folder: smsFolder }
  const device = join(smsFolder, 'phone')
  return { kind: 'own', folder: smsFolder, modem: { device, connection: 'none', model: 'dummy' } }
}

/** The configuration of a daemon of our own, gammu-smsdrc(5). */
export function smsdrcOf(folder: string, modem: Modem): string {
  const path = (name: string) => `${join(folder, name)}/`
  return [
    '[gammu]',
    `device = ${modem.device}`,
    `connection = ${modem.connection}`,
    ...(modem.model === undefined ? [] : [`model = ${modem.model}`]),
    '',
    '[smsd]',
    'service = files',
    // No file of numbers and texts beside the sealed ones in the database.
    'logfile = stderr',
    'debuglevel = 0',
    `inboxpath = ${path('inbox')}`,
    `outboxpath = ${path('outbox')}`,
    `sentsmspath = ${path('sent')}`,
    `errorsmspath = ${path('error')}`,
    'inboxformat = unicode',
    'transmitformat = auto',
    'checksecurity = 0',
    'commtimeout = 1',
    'receivefrequency = 5',
    '',
  ].join('\n')
}

/** The folders the daemon works in, readable by the office alone. */
export async function provideFolders(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  for (const name of folders) await mkdir(join(folder, name), { recursive: true })
}

export function isInstalled(): Promise<boolean> {
  return canRun(program, ['--version'])
}

/** Where the system can, it ends the daemon with the office, even with one that was killed. */
async function commandOf(configuration: string): Promise<readonly [string, ...string[]]> {
  const dieWithParent = ['--pdeathsig', 'TERM']
  const command = [program, '-c', configuration] as const
  const canTie = await canRun('setpriv', [...dieWithParent, 'true'])
  return canTie ? ['setpriv', ...dieWithParent, ...command] : command
}

function canRun(file: string, args: readonly string[]): Promise<boolean> {
  return promisify(execFile)(file, [...args]).then(
    () => true,
    () => false,
  )
}

export interface Daemon {
  pid(): number | undefined
  stop(): Promise<void>
}

/** Starts the daemon and starts it again whenever it ends; one that an earlier life left is ended. */
export async function startDaemon(
  folder: string,
  modem: Modem,
  onTrouble: (line: string) => void,
): Promise<Daemon> {
  if (modem.model === 'dummy') await mkdir(modem.device, { recursive: true })
  const configuration = join(folder, 'smsdrc')
  await writeDurably(configuration, smsdrcOf(folder, modem), { mode: 0o600 })
  await endEarlierLife(configuration)
  const [file, ...args] = await commandOf(configuration)
  const processes = startProcesses({
    plans: [{ name: 'sms', file, args }],
    restartDelayMs,
    graceMs,
    log: (line) => {
      const trouble = troubleIn(line)
      if (trouble !== undefined) onTrouble(trouble)
    },
  })
  return { pid: () => processes.pid('sms'), stop: () => processes.stop() }
}

const everyday =
  /Transmitted|Received|Renamed|Read \d+ messages|Multipart message|No PIN code|POSIX|Starting phone|Log filename|Terminating communication|Stopping Gammu/

/** What is wrong, without any number a person could be reached at; undefined for everyday lines. */
export function troubleIn(line: string): string | undefined {
  if (everyday.test(line)) return undefined
  const said = line.replace(/^sms: (.*gammu-smsd\[\d+\]: )?/, '').trim()
  return said === '' ? undefined : said.replace(/\+?\d{6,}/g, '***').slice(0, 200)
}

async function endEarlierLife(configuration: string) {
  const command = `${program} -c ${configuration}`
  const find = async () => (await listProcesses()).filter((it) => it.command === command)
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    for (const { pid } of await find()) signal(pid, name)
    if (await waitUntil(async () => (await find()).length === 0, graceMs)) return
  }
}
