// Line — asks and answers over NATS: to one matcher, with a time by which it must have answered.
//
// NATS keeps nothing: whatever is lost on the way is asked again, of whoever else holds the same.

import { setTimeout as delay } from 'node:timers/promises'
import {
  type Authenticator,
  AuthorizationError,
  connect,
  credsAuthenticator,
  type NatsConnection,
  TimeoutError,
  UserAuthenticationExpiredError,
} from '@nats-io/transport-node'
import { codeOf } from '#kit/node/files'
import { natsConnectMsMax, natsPingMs, natsRetryMs } from '../limits.ts'
import type { NatsSettings } from '../settings.ts'
import { tlsOptionsOf } from './line-tls.ts'

export interface Line {
  /** Undefined where nobody is there, or nobody answered in time. */
  ask(matcher: string, bytes: Uint8Array, msMax: number): Promise<Uint8Array | undefined>
  /** Asks of this matcher are answered so, from now on, and again whenever the server comes back. */
  answer(matcher: string, how: (bytes: Uint8Array) => Promise<Uint8Array>): void
  readonly isUp: boolean
  stop(): Promise<void>
}

const subjectOf = (matcher: string) => `loket.matcher.${matcher}`

/** Names that may stand in a subject. */
export function isMatcherName(name: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(name)
}

/** Answers at once; the server may come later, and go and come back. */
export function openLine(settings: NatsSettings, log: (line: string) => void): Line {
  const answering = new Map<string, (bytes: Uint8Array) => Promise<Uint8Array>>()
  const ending = new AbortController()
  let up: NatsConnection | undefined
  let isUp = false
  let told = ''

  const tell = (line: string) => {
    if (line !== told) log(line)
    told = line
  }
  const subscribe = (nats: NatsConnection, matcher: string) => {
    nats.subscribe(subjectOf(matcher), {
      queue: matcher,
      callback: (error, message) => {
        const how = answering.get(matcher)
        if (error !== null || how === undefined) return
        // A line that broke meanwhile carries no answer: whoever asked asks another.
        void how(message.data)
          .then((bytes) => message.respond(bytes))
          .catch(() => {})
      },
    })
  }
  const keep = async () => {
    while (!ending.signal.aborted) {
      const nats = await connect(optionsOf(settings)).catch((error: unknown) => whyNot(error))
      if (typeof nats === 'string') {
        tell(`nats: ${nats}`)
        await delay(natsRetryMs, undefined, { signal: ending.signal }).catch(() => {})
        continue
      }
      tell('nats: connected')
      up = nats
      isUp = true
      for (const matcher of answering.keys()) subscribe(nats, matcher)
      const watching = watch(nats)
      await nats.closed()
      await watching
      up = undefined
      isUp = false
    }
  }
  const watch = async (nats: NatsConnection) => {
    for await (const { type } of nats.status()) {
      if (type === 'disconnect' || type === 'staleConnection') isUp = false
      if (type === 'reconnect') isUp = true
      if (type === 'disconnect' || type === 'reconnect') tell(`nats: ${type}ed`)
    }
  }
  const keeping = keep()

  return {
    async ask(matcher, bytes, msMax) {
      if (up === undefined || !isUp) return undefined
      const options = { timeout: Math.max(1, Math.ceil(msMax)) }
      const message = await up.request(subjectOf(matcher), bytes, options).catch(() => undefined)
      return message?.data
    },
    answer(matcher, how) {
      answering.set(matcher, how)
      if (up !== undefined) subscribe(up, matcher)
    },
    get isUp() {
      return isUp
    },
    async stop() {
      ending.abort()
      await up?.close().catch(() => {})
      await keeping
    },
  }
}

/** The codes by which Node says that a certificate will not do. */
const untrusted = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_)/

/** Nobody mends a line that only says that it is down. */
function whyNot(error: unknown): string {
  const code = codeOf(error) ?? ''
  if (error instanceof AuthorizationError || error instanceof UserAuthenticationExpiredError) {
    return 'the server refuses these credentials: see LOKET_NATS_CREDENTIALS'
  }
  if (error instanceof Error && error.message.includes("does not support 'tls'")) {
    return 'the server offers no encryption, which LOKET_NATS_TLS_CA and _CERT ask for'
  }
  if (untrusted.test(code)) {
    return `the certificate of the server is not trusted (${code}): see LOKET_NATS_TLS_CA`
  }
  // A server that a certificate does not please says so in its own log alone.
  if (error instanceof TimeoutError || code.startsWith('ERR_SSL_')) {
    return 'the server does not answer; where it asks for a certificate, see LOKET_NATS_TLS_CERT'
  }
  const name = error instanceof Error ? error.name : 'unknown fault'
  return `cannot be reached (${code === '' ? name : code})`
}

function optionsOf(settings: NatsSettings) {
  const { servers, credentials } = settings
  return {
    servers: [...servers],
    name: 'loket',
    maxReconnectAttempts: -1,
    reconnectTimeWait: natsRetryMs,
    timeout: natsConnectMsMax,
    pingInterval: natsPingMs,
    maxPingOut: 2,
    ...(credentials === undefined ? {} : credentialsOf(credentials)),
    ...tlsOptionsOf(settings),
  }
}

function credentialsOf(
  text: string,
): { authenticator: Authenticator } | { user: string; pass: string } {
  if (text.includes('BEGIN NATS USER JWT')) {
    return { authenticator: credsAuthenticator(new TextEncoder().encode(text)) }
  }
  const [user = '', ...pass] = text.trim().split(':')
  return { user, pass: pass.join(':') }
}
