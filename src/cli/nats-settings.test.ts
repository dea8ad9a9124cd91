// NATS settings tests — where nats-server listens and how to speak with it, and what is told of a slip.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { selfSigned } from '../../test/support/self-signed.ts'
import { readSettings } from './settings.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nats-settings-'))
  const { key, cert } = await selfSigned()
  await writeFile(join(folder, 'cert.pem'), cert)
  await writeFile(join(folder, 'key.pem'), key)
  await writeFile(join(folder, 'user'), 'loket:a:b\n')
  await writeFile(join(folder, 'empty'), '\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Told = Readonly<
  Partial<Record<'SERVERS' | 'CREDENTIALS' | 'TLS_CA' | 'TLS_CERT' | 'TLS_KEY', string>>
>

function read(told: Told) {
  const env = Object.entries(told).map(([name, value]) => [`LOKET_NATS_${name}`, value])
  return readSettings({ LOKET_HOME: folder, ...Object.fromEntries(env) }, folder).center.nats
}

function messageOf(told: Told): string {
  try {
    return `accepted: ${JSON.stringify(read(told))}`
  } catch (error) {
    expect(error).toMatchObject({ code: 'setting.nats' })
    return (error as Error).message
  }
}

test('without a server the center holds the gallery itself', () => {
  expect(read({})).toBeUndefined()
  expect(read({ SERVERS: ' , ' })).toBeUndefined()
})

test('servers, credentials and certificates are found beside the settings', () => {
  const servers = ['nats://10.0.0.5:4222', 'nats-2.example', 'nats://[fd00::5]:4223']
  expect(read({ SERVERS: servers.join(' , ') })).toEqual({
    ...{ servers, credentials: undefined, tls: undefined },
  })
  const pem = { TLS_CA: 'cert.pem', TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }
  expect(read({ SERVERS: servers[0]!, CREDENTIALS: 'user', ...pem })).toEqual({
    servers: [servers[0]],
    credentials: 'loket:a:b\n',
    tls: {
      authority: join(folder, 'cert.pem'),
      certificate: join(folder, 'cert.pem'),
      key: join(folder, 'key.pem'),
    },
  })
})

test.each([
  ...['http://10.0.0.5:4222', 'nats://10.0.0.5:99999', '10.0.0.5:0', 'nats://', 'two words'],
  ...['nats://user:word@10.0.0.5:4222', 'nats://10.0.0.5/path', 'fd00::5'],
])('“%s” is no address', (address) => {
  expect(messageOf({ SERVERS: `nats://10.0.0.4:4222,${address}` })).toBe(
    `LOKET_NATS_SERVERS names “${address}”: write it as nats://10.0.0.5:4222.`,
  )
})

test('a file that is not there, or holds something else, is named with its setting', () => {
  const SERVERS = 'nats://10.0.0.5:4222'
  const at = (name: string) => join(folder, name)
  for (const name of ['CREDENTIALS', 'TLS_CA', 'TLS_CERT', 'TLS_KEY'] as const) {
    expect(messageOf({ SERVERS, [name]: 'nothing.pem' })).toBe(
      `LOKET_NATS_${name} names ${at('nothing.pem')}, which cannot be read.`,
    )
  }
  expect(messageOf({ SERVERS, TLS_CA: 'key.pem' })).toBe(
    `LOKET_NATS_TLS_CA names ${at('key.pem')}, which holds no CERTIFICATE.`,
  )
  expect(messageOf({ SERVERS, TLS_CERT: 'cert.pem', TLS_KEY: 'cert.pem' })).toBe(
    `LOKET_NATS_TLS_KEY names ${at('cert.pem')}, which holds no PRIVATE KEY.`,
  )
  expect(messageOf({ SERVERS, CREDENTIALS: 'empty' })).toBe(
    `LOKET_NATS_CREDENTIALS names ${at('empty')}, which holds no line user:password and no .creds of NATS.`,
  )
})

test('halves of a whole are told', () => {
  const SERVERS = 'nats://10.0.0.5:4222'
  const both = 'Set both LOKET_NATS_TLS_CERT and LOKET_NATS_TLS_KEY, or neither.'
  expect(messageOf({ SERVERS, TLS_CERT: 'cert.pem' })).toBe(both)
  expect(messageOf({ SERVERS, TLS_KEY: 'key.pem' })).toBe(both)
  const where = 'How to speak with NATS is set, but not where it listens: set LOKET_NATS_SERVERS.'
  expect(messageOf({ CREDENTIALS: 'user' })).toBe(where)
  expect(messageOf({ TLS_CA: 'cert.pem' })).toBe(where)
})
