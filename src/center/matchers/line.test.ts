// Line tests — a real nats-server that asks for credentials, or speaks only encrypted: who is let in, and
// what whoever is not is told.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nkeys } from '@nats-io/transport-node'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { waitUntil } from '#kit/node/process-table'
import { useMatchers } from '../../../test/support/matchers.ts'
import { selfSigned } from '../../../test/support/self-signed.ts'
import type { NatsSettings } from '../settings.ts'
import { type Line, openLine } from './line.ts'

const field = useMatchers()
const file = (name: string) => join(field.home, name)
const bytes = (text: string) => new TextEncoder().encode(text)
const ending: (() => Promise<void>)[] = []

beforeAll(async () => {
  for (const name of ['server', 'stranger', 'client']) {
    const { key, cert } = await selfSigned()
    await writeFile(file(`${name}.pem`), cert)
    await writeFile(file(`${name}.key`), key)
  }
})
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end()
})

async function serve(config: string): Promise<void> {
  const { kill } = await field.startNats(config)
  ending.push(kill)
}

/** A line, and what it said of itself until it is up or has said something. */
async function open(
  settings: Partial<NatsSettings>,
): Promise<{ readonly line: Line; readonly told: readonly string[] }> {
  const told: string[] = []
  const servers = [`nats://localhost:${field.port}`]
  const line = openLine(
    { ...{ servers, credentials: undefined, tls: undefined }, ...settings },
    (it) => told.push(it),
  )
  ending.push(line.stop)
  await waitUntil(() => told.length > 0, 10_000)
  return { line, told }
}

async function expectAnswer(settings: Partial<NatsSettings>): Promise<void> {
  const { line, told } = await open(settings)
  expect(told).toEqual(['nats: connected'])
  line.answer('m1', async (asked) => bytes(`${new TextDecoder().decode(asked)}!`))
  const { line: asking } = await open(settings)
  const answer = await asking.ask('m1', bytes('who'), 5_000)
  expect(new TextDecoder().decode(answer)).toBe('who!')
}

async function expectRefused(settings: Partial<NatsSettings>, why: RegExp): Promise<void> {
  const { line, told } = await open(settings)
  expect(told).toEqual([expect.stringMatching(why)])
  expect(line.isUp).toBe(false)
  expect(await line.ask('m1', bytes('who'), 1_000)).toBeUndefined()
}

const wrongWord = /^nats: the server refuses these credentials: see LOKET_NATS_CREDENTIALS$/

test('a user and password let in, and no others', async () => {
  await serve('authorization { user: loket, password: "a:b c" }')
  await expectAnswer({ credentials: 'loket:a:b c\n' })
  await expectRefused({ credentials: 'loket:another' }, wrongWord)
  await expectRefused({}, wrongWord)
})

test('a credentials file of NATS lets in, and that of another account does not', async () => {
  const operator = nkeys.createOperator()
  const account = nkeys.createAccount()
  const of = (it: nkeys.KeyPair) => it.getPublicKey()
  const operatorWord = wordOf(operator, of(operator), { type: 'operator', version: 2 })
  const accountWord = wordOf(operator, of(account), accountTerms)
  await serve(
    `operator: "${operatorWord}"\nresolver: MEMORY\n` +
      `resolver_preload: { ${of(account)}: "${accountWord}" }`,
  )
  await expectAnswer({ credentials: credentialsBy(account) })
  await expectRefused({ credentials: credentialsBy(nkeys.createAccount()) }, wrongWord)
})

test('an encrypted line is checked against the authority that is set', async () => {
  await serve(`tls { cert_file: "${file('server.pem')}", key_file: "${file('server.key')}" }`)
  const by = (authority: string) => ({
    tls: { authority: file(authority), certificate: undefined, key: undefined },
  })
  await expectAnswer(by('server.pem'))
  const untrusted =
    /^nats: the certificate of the server is not trusted \([A-Z_]+\): see LOKET_NATS_TLS_CA$/
  await expectRefused(by('stranger.pem'), untrusted)
  // Whoever has not asked for encryption does not believe anybody either.
  await expectRefused({}, untrusted)
})

test('a server that asks for a certificate is shown one, and lets in no other', async () => {
  await serve(
    `tls { cert_file: "${file('server.pem')}", key_file: "${file('server.key')}", ` +
      `ca_file: "${file('client.pem')}", verify: true }`,
  )
  const by = (name: string | undefined) => ({
    tls: {
      authority: file('server.pem'),
      certificate: name && file(`${name}.pem`),
      key: name && file(`${name}.key`),
    },
  })
  await expectAnswer(by('client'))
  const refused = /^nats: the server does not answer; .* see LOKET_NATS_TLS_CERT$/
  await expectRefused(by(undefined), refused)
  await expectRefused(by('stranger'), refused)
})

test('where encryption is set, a server without it is not spoken to', async () => {
  await serve('')
  const tls = { authority: file('server.pem'), certificate: undefined, key: undefined }
  await expectRefused({ tls }, /^nats: the server offers no encryption, which LOKET_NATS_TLS_CA/)
  await expectAnswer({})
})

const accountTerms = {
  ...{ type: 'account', version: 2 },
  limits: {
    ...{ subs: -1, data: -1, payload: -1, imports: -1, exports: -1 },
    ...{ wildcards: true, conn: -1, leaf: -1 },
  },
}

/** A JWT as NATS signs them. */
function wordOf(signer: nkeys.KeyPair, subject: string, nats: object): string {
  const part = (it: object) => Buffer.from(JSON.stringify(it)).toString('base64url')
  const claims = { jti: subject, iat: 1, iss: signer.getPublicKey(), sub: subject, name: 'loket' }
  const said = `${part({ typ: 'JWT', alg: 'ed25519-nkey' })}.${part({ ...claims, nats })}`
  return `${said}.${Buffer.from(signer.sign(bytes(said))).toString('base64url')}`
}

function credentialsBy(account: nkeys.KeyPair): string {
  const user = nkeys.createUser()
  const terms = {
    ...{ type: 'user', version: 2, subs: -1, data: -1, payload: -1 },
    pub: {},
    sub: {},
  }
  const word = wordOf(account, user.getPublicKey(), terms)
  const seed = new TextDecoder().decode(user.getSeed())
  const between = (name: string, text: string) =>
    `-----BEGIN ${name}-----\n${text}\n------END ${name}------\n`
  return `${between('NATS USER JWT', word)}\n${between('USER NKEY SEED', seed)}`
}
