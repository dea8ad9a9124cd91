// NATS settings — the server over which the processes that hold the gallery are asked, if there is one.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CenterSettings } from '#center'
import { trouble } from '#kit/node/trouble'

type NatsSettingName = `LOKET_NATS_${'SERVERS' | 'CREDENTIALS' | `TLS_${'CA' | 'CERT' | 'KEY'}`}`
type Read = (name: NatsSettingName) => string | undefined

/** @throws a trouble 'setting.nats' where a file cannot be read, or something lacks its other half */
export function readNats(read: Read, cwd: string): Pick<CenterSettings, 'nats'> {
  const servers = (read('LOKET_NATS_SERVERS') ?? '')
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '')
  if (servers.length === 0) return {}
  const path = (name: NatsSettingName) => {
    const told = read(name)
    return told === undefined ? undefined : resolve(cwd, told)
  }
  const [authority, certificate, key] = [
    path('LOKET_NATS_TLS_CA'),
    path('LOKET_NATS_TLS_CERT'),
    path('LOKET_NATS_TLS_KEY'),
  ]
  if ((certificate === undefined) !== (key === undefined)) {
    throw trouble(
      'setting.nats',
      'Set both LOKET_NATS_TLS_CERT and LOKET_NATS_TLS_KEY, or neither.',
    )
  }
  const hasTls = authority !== undefined || certificate !== undefined
  const credentials = path('LOKET_NATS_CREDENTIALS')
  return {
    nats: {
      servers,
      credentials: credentials === undefined ? undefined : readText(credentials),
      tls: hasTls ? { authority, certificate, key } : undefined,
    },
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw trouble('setting.nats', `LOKET_NATS_CREDENTIALS names ${path}, which cannot be read.`)
  }
}
