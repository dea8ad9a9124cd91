// Request — one question to the server, in the language chosen, answered by a value or an issue.

import type { Language } from './language.tsx'
import type { Line } from './line.ts'
import type { Messages } from './messages.id.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Why an answer is no answer. `message` is already a sentence for whoever sits at the screen. */
export interface ApiIssue {
  readonly kind: 'refused' | 'signed-out' | 'unreachable' | 'broken'
  /** The HTTP status; 0 where nobody answered. */
  readonly status: number
  readonly code: string
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

export const answerAwaitedMs = 30_000

export interface RequestNeeds {
  readonly fetch: typeof globalThis.fetch
  readonly line: Line
  language(): Language
  words(): Messages
}

export interface Asking {
  readonly signal?: AbortSignal | undefined
}

/** The answer's JSON, trusted to be `Answer`: both ends share the type. Throws an `ApiIssue`. */
export type Request = <Answer>(
  method: Method,
  path: string,
  body?: unknown,
  asking?: Asking,
) => Promise<Answer>

export function requestOf(needs: RequestNeeds): Request {
  return async <Answer>(method: Method, path: string, body?: unknown, asking?: Asking) => {
    const taken = takenBack(asking?.signal)
    try {
      const response = await needs.fetch(path, fetchInit(needs, method, body, taken.signal))
      // Headers may come through where the body does not: only what is whole is an answer.
      const text = await response.text()
      needs.line.answered(response.headers.get('date'))
      return answerOf<Answer>(response, text, needs.words())
    } catch (thrown) {
      // A page that was left takes its question back: that says nothing about the line.
      if (isApiIssue(thrown) || asking?.signal?.aborted === true) throw thrown
      needs.line.silent()
      throw unreachable(needs.words())
    } finally {
      taken.settle()
    }
  }
}

function fetchInit(
  needs: RequestNeeds,
  method: Method,
  body: unknown,
  signal: AbortSignal,
): RequestInit {
  const headers = { accept: 'application/json', 'accept-language': needs.language() }
  const init: RequestInit = { method, headers, signal, credentials: 'same-origin' }
  if (body === undefined) return init
  return {
    ...init,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

/** Aborted by the asker or by time, whichever is first. (`AbortSignal.any` is too new for phones.) */
function takenBack(asker: AbortSignal | undefined) {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, answerAwaitedMs)
  asker?.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    settle() {
      clearTimeout(timer)
      asker?.removeEventListener('abort', abort)
    },
  }
}

function answerOf<Answer>(response: Response, text: string, words: Messages): Answer {
  const body = jsonOf(text)
  if (response.ok && body !== notJson) return body as Answer
  throw issueOf(response.status, body, words)
}

const notJson = Symbol('not JSON')

function jsonOf(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return notJson
  }
}

export function unreachable(words: Messages): ApiIssue {
  return {
    kind: 'unreachable',
    status: 0,
    code: 'network.unreachable',
    message: words.unreachable,
    facts: {},
  }
}

/** The session is not what the screen thinks: gone, or waiting for a password of one's own. */
const sessionCodes = ['session.none', 'session.password-first']

/** What a refusal's body `{ code, message, facts }` says; a body that is none becomes `broken`. */
export function issueOf(status: number, body: unknown, words: Messages): ApiIssue {
  const said = isRecord(body) ? body : {}
  const code = typeof said.code === 'string' ? said.code : undefined
  const message = typeof said.message === 'string' ? said.message : undefined
  const facts = isRecord(said.facts) ? said.facts : {}
  if (code === undefined ? status === 401 : sessionCodes.includes(code)) {
    const sentence = message ?? words.signedOut
    return { kind: 'signed-out', status, code: code ?? 'session.none', message: sentence, facts }
  }
  if (code === undefined || message === undefined) {
    return { kind: 'broken', status, code: 'server.broken', message: words.broken(status), facts }
  }
  return { kind: status >= 500 ? 'broken' : 'refused', status, code, message, facts }
}

export function isApiIssue(thrown: unknown): thrown is ApiIssue {
  return isRecord(thrown) && typeof thrown.kind === 'string' && typeof thrown.message === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
