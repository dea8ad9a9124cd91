// HTTP errors — every error of a request as a reply that tells the reader, and nobody else, enough.

import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { findRefusal, type Issue, languageOf, type Refusal, type Words } from './http-refusal.ts'
import { sentenceOf } from './http-words.ts'

export interface ErrorNeeds {
  readonly words: Words
  readonly log: (line: string) => void
}

/** Sends an issue as `{ code, message, facts? }`. */
export function sendIssue(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, issue }: Refusal,
  words: Words,
): FastifyReply {
  const { code, ...facts } = issue
  const language = languageOf(request.headers['accept-language'])
  const message = sentenceOf(issue, language, words)
  reply.header('content-language', language).header('vary', 'accept-language')
  const { retryAfterMs } = facts
  if (typeof retryAfterMs === 'number') {
    reply.header('retry-after', Math.ceil(retryAfterMs / 1_000))
  }
  return reply
    .code(status)
    .send({ code, message, ...(Object.keys(facts).length > 0 ? { facts } : {}) })
}

export function errorHandler({ words, log }: ErrorNeeds) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = findRefusal(error) ?? invalidOf(error) ?? clientFaultOf(error, request)
    if (refusal) return sendIssue(request, reply, refusal, words)
    const fault = randomBytes(4).toString('hex')
    log(`fault ${fault} in ${request.method} ${routeOf(request)}: ${traceOf(error)}`)
    return sendIssue(request, reply, { status: 500, issue: { code: 'server.fault', fault } }, words)
  }
}

/** The route's pattern: what was asked for may name a person, the pattern cannot. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(no route)'
}

function invalidOf(error: FastifyError): Refusal | undefined {
  const first = error.validation?.[0]
  if (!first) return undefined
  const { keyword: rule, params, instancePath } = first
  const named = [params.requiredProperties, params.additionalProperties].flat().find(isText)
  const field = [error.validationContext, ...instancePath.split('/').slice(1), named]
  const limit = typeof params.limit === 'number' ? { limit: params.limit } : {}
  const issue = { code: 'request.invalid', field: field.filter(isText).join('/'), rule, ...limit }
  return { status: 400, issue }
}

const codeOfStatus: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  404: 'request.unknown-path',
  413: 'request.too-large',
  415: 'request.media-type',
  429: 'request.too-many',
}

/** Errors that Fastify and its plugins raise about a request carry the status to answer with. */
function clientFaultOf(error: FastifyError, request: FastifyRequest): Refusal | undefined {
  const status = error.statusCode
  if (status === 503 && error.code === 'FST_ERR_SERVER_CLOSING') {
    return { status, issue: { code: 'server.stopping' } }
  }
  if (status === undefined || status < 400 || status > 499) return undefined
  const bytesMax = status === 413 ? { bytesMax: request.routeOptions.bodyLimit } : {}
  const issue: Issue = { code: codeOfStatus[status] ?? 'request.refused', ...bytesMax }
  return { status, issue }
}

// An error's message may quote what a person typed: its kind and its place are enough to find it.
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const place = frames.slice(0, traceFramesMax).map((frame) => frame.trim())
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  return `${error.name}${code} ${place.join(' ')}`
}

const traceFramesMax = 8

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
