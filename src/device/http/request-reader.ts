// Request reader — one HTTP/1.1 request out of bytes as they come, however the line cuts them.
//
// Node's own parser knows the verbs of the web and answers 400 to MOSIPDISC and its like, so
// this one takes any verb. It knows little else: one request a connection, a body by its
// Content-Length, no chunks, no folding, no second guesses. RFC 9112.

import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { bodyBytesMax, headBytesMax, headerFieldsMax } from '../limits.ts'

export interface HttpRequest {
  readonly method: string
  /** Begins with a slash; no query, no fragment. */
  readonly path: string
  readonly query: URLSearchParams
  /** By lower-case name; fields of the same name are joined by a comma. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

/** The status to refuse with. */
export interface HttpIssue {
  readonly status: 400 | 413 | 431 | 501 | 505
}

export interface RequestReader {
  /** Undefined while more bytes are needed; after a request or an issue nothing more is read. */
  read(bytes: Uint8Array): Result<HttpRequest, HttpIssue> | undefined
}

const endOfHead = [13, 10, 13, 10] as const

export function requestReader(): RequestReader {
  let held: Uint8Array = new Uint8Array(0)
  let head: (Head & { readonly bytes: number }) | undefined
  return {
    read(bytes) {
      held = concat(held, bytes)
      if (head === undefined) {
        const end = findEndOfHead(held)
        const headBytes = end ?? held.length
        if (headBytes > headBytesMax) return fail({ status: 431 })
        if (end === undefined) return undefined
        const parsed = parseHead(String.fromCharCode(...held.subarray(0, end - endOfHead.length)))
        if (!parsed.ok) return parsed
        head = { ...parsed.value, bytes: end }
      }
      if (held.length < head.bytes + head.bodyBytes) return undefined
      const { method, path, query, headers } = head
      const body = held.slice(head.bytes, head.bytes + head.bodyBytes)
      return ok({ method, path, query, headers, body })
    },
  }
}

/** Just past the empty line. */
function findEndOfHead(bytes: Uint8Array): number | undefined {
  const until = Math.min(bytes.length, headBytesMax + endOfHead.length)
  for (let at = 0; at + endOfHead.length <= until; at++) {
    if (endOfHead.every((byte, i) => bytes[at + i] === byte)) return at + endOfHead.length
  }
  return undefined
}

interface Head extends Omit<HttpRequest, 'body'> {
  readonly bodyBytes: number
}

function parseHead(text: string): Result<Head, HttpIssue> {
  const [requestLine = '', ...fields] = text.split('\r\n')
  const line = /^([A-Z]{1,20}) ([\x21-\x7e]{1,2048}) HTTP\/(\d)\.\d$/.exec(requestLine)
  if (line === null) return fail({ status: 400 })
  const [, method = '', target = '', version] = line
  if (version !== '1') return fail({ status: 505 })
  const url = findUrl(target)
  const headers = findHeaders(fields)
  if (url === undefined || headers === undefined) return fail({ status: 400 })
  if (headers.has('transfer-encoding')) return fail({ status: 501 })
  const written = headers.get('content-length') ?? '0'
  if (!/^\d+$/.test(written)) return fail({ status: 400 })
  const bodyBytes = Number(written)
  if (bodyBytes > bodyBytesMax) return fail({ status: 413 })
  return ok({ method, path: url.pathname, query: url.searchParams, headers, bodyBytes })
}

/** The target is a path; the specification's own examples write the whole address there. */
function findUrl(target: string): URL | undefined {
  const isAddress = target.startsWith('http://127.0.0.1:')
  if (!isAddress && !target.startsWith('/')) return undefined
  try {
    return new URL(isAddress ? target : `http://127.0.0.1${target}`)
  } catch {
    return undefined
  }
}

function findHeaders(fields: readonly string[]): ReadonlyMap<string, string> | undefined {
  if (fields.length > headerFieldsMax) return undefined
  const headers = new Map<string, string>()
  for (const field of fields) {
    const parts = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([^\r\n\0]*?)[ \t]*$/.exec(field)
    if (parts === null) return undefined
    const [, written = '', value = ''] = parts
    const name = written.toLowerCase()
    const earlier = headers.get(name)
    // Two lengths, or two hosts, mean that somebody wants two readers to read two requests.
    if (earlier !== undefined && ['content-length', 'host'].includes(name)) return undefined
    headers.set(name, earlier === undefined ? value : `${earlier}, ${value}`)
  }
  return headers
}
