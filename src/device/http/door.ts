// Door — who may speak with the scanner: pages of the office, its own page, programs of this computer.
//
// A browser adds Origin to what a page asks for, and a page cannot take it away; a program of this
// computer sends none. Host tells a page that reached 127.0.0.1 under a name of its own choosing.

import { fail, ok, type Result } from '#kit/result'
import type { WholeAnswer } from './answer.ts'
import { textAnswer } from './answer.ts'
import type { HttpRequest } from './request-reader.ts'

export interface Door {
  readonly port: number
  /** Of the office's pages, such as `http://127.0.0.1:8080`. */
  readonly origins: readonly string[]
}

const verbs = 'MOSIPDISC, MOSIPDINFO, RCAPTURE, CAPTURE, STREAM'
const preflightSeconds = 600

/** The headers that let the asking page read the answer. */
export function admit(
  request: HttpRequest,
  { port, origins }: Door,
): Result<Readonly<Record<string, string>>, WholeAnswer> {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`]
  const host = request.headers.get('host')
  if (host === undefined || !own.includes(host)) return fail(textAnswer(421))
  const origin = request.headers.get('origin')
  if (origin === undefined) return ok({})
  if (own.some((it) => origin === `http://${it}`)) return ok({})
  if (!origins.includes(origin)) return fail(textAnswer(403))
  return ok({ 'Access-Control-Allow-Origin': origin, Vary: 'Origin' })
}

/** The answer to OPTIONS, by which a browser asks before it lets a page use such a verb. */
export function preflightAnswer(
  request: HttpRequest,
  admission: Readonly<Record<string, string>>,
): WholeAnswer {
  const asksForNetwork = request.headers.get('access-control-request-private-network') === 'true'
  return {
    status: 204,
    headers: {
      ...admission,
      'Access-Control-Allow-Methods': verbs,
      'Access-Control-Allow-Headers': 'Content-Type, Ext',
      'Access-Control-Max-Age': String(preflightSeconds),
      ...(asksForNetwork ? { 'Access-Control-Allow-Private-Network': 'true' } : {}),
    },
    body: '',
  }
}
