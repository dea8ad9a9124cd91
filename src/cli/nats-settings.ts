// NATS settings — the server over which the processes that hold the gallery are asked, if there is one.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CenterSettings } from '#center'
import { trouble } from '#kit/node/trouble'

type NatsSettingName = `LOKET_NATS_${'SERVERS' | 'CREDENTIALS' | `TLS_${'CA' | 'CERT' | 'KEY'}`}`
type Read = (name: NatsSettingName) => string | undefined

/** @throws a trouble 'setting.nats' in one sentence, where one of them would not do */
export function readNats(read: Read, cwd: string): Pick<CenterSettings, 'nats'> {
  const servers = (read('LOKET_NATS_SERVERS') ?? '')
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '')
  for (const it of servers) demandServer(it)
  const pem = (name: NatsSettingName, holds: string) => {
    const path = pathOf(read, cwd, name)
    if (path !== undefined) demandText(name, path, (text) => text.includes(`${holds}-----`), holds)
    return path
  }
  const authority = pem('LOKET_NATS_TLS_CA', 'CERTIFICATE')
  const certificate = pem('LOKET_NATS_TLS_CERT', 'CERTIFICATE')
  const key = pem('LOKET_NATS_TLS_KEY', 'PRIVATE KEY')
  if ((certificate === undefined) !== (key === undefined)) {
    refuse('Set both LOKET_NATS_TLS_CERT and LOKET_NATS_TLS_KEY, or neither.')
  }
  const hasTls = authority !== undefined || certificate !== undefined
  const credentials = readCredentials(read, cwd)
  if (servers.length > 0) {
    const tls = hasTls ? { authority, certificate, key } : undefined
    return { nats: { servers, credentials, tls } }
  }
  if (hasTls || credentials !== undefined) {
    refuse('How to speak with NATS is set, but not where it listens: set LOKET_NATS_SERVERS.')
  }
  return {}
}

/** The name of a machine or its address, and the port where it is not the usual one. */
function demandServer(text: string): void {
  const [, port = '4222'] =
    /^(?:nats:\/\/)?(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?$/.exec(text) ?? [
      text,
      '0',
    ]
  if (Number(port) >= 1 && Number(port) <= 65_535) return
  refuse(`LOKET_NATS_SERVERS names “${text}”: write it as nats://10.0.0.5:4222.`)
}

function readCredentials(read: Read, cwd: string): string | undefined {
  const name = 'LOKET_NATS_CREDENTIALS'
  const path = pathOf(read, cwd, name)
  const isThem = (text: string) =>
    text.includes('BEGIN NATS USER JWT') || /^[^\s:]+:.+$/.test(text.trim())
  return path && demandText(name, path, isThem, 'line user:password and no .creds of NATS')
}

function pathOf(read: Read, cwd: string, name: NatsSettingName): string | undefined {
  const told = read(name)
  return told === undefined ? undefined : resolve(cwd, told)
}

function demandText(
  name: NatsSettingName,
  path: string,
  isGood: (text: string) => boolean,
  holds: string,
): string {
  const text = findText(path)
  if (text === undefined) return refuse(`${name} names ${path}, which cannot be read.`)
  if (!isGood(text)) return refuse(`${name} names ${path}, which holds no ${holds}.`)
  return text
}

function findText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function refuse(message: string): never {
  throw trouble('setting.nats', message)
}
