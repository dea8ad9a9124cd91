// Center line — the office's calls to the center, each with its pass; what comes back is checked.

import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { writePass } from '#enrollment/transfer'
import { fail, ok, type Result } from '#kit/result'
import { lineTimeoutMs, quietMsMax } from '../limits.ts'
import type { OfficeWorld } from '../world.ts'

export type LineIssue =
  | { readonly code: 'center.unreachable' }
  | {
      readonly code: 'center.refused'
      readonly status: number
      readonly reason: string
      /** The center is asked nothing before so long has passed. */
      readonly retryAfterMs?: number
    }
  | { readonly code: 'center.unintelligible' }
  | { readonly code: 'center.not-enrolled' }

export type LineNeeds = Pick<OfficeWorld, 'fetch' | 'clock' | 'identity' | 'settings'>

export interface Call {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST'
  /** With its query. */
  readonly path: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
  /** Given up after this; `lineTimeoutMs` where not told. */
  readonly timeoutMs?: number
  /** Ends the call early. */
  readonly signal?: AbortSignal
}

/** Calls the center; the answer has the shape asked for, or there is an issue. Never throws. */
export async function callCenter<Schema extends TSchema>(
  needs: LineNeeds,
  call: Call,
  shape: Schema,
): Promise<Result<Static<Schema>, LineIssue>> {
  const authorization = await writePass(call, needs.clock(), needs.identity.keys.signing)
  let response: Response
  let body: unknown
  try {
    response = await needs.fetch(new URL(call.path, needs.settings.centerUrl), {
      method: call.method,
      headers: { ...call.headers, authorization },
      body: call.body ?? null,
      signal: endOf(call),
    })
    body = await response.json()
  } catch (error) {
    const isWord = error instanceof SyntaxError
    return fail({ code: isWord ? 'center.unintelligible' : 'center.unreachable' })
  }
  if (!response.ok) return fail(refusalOf(response.status, body))
  return Value.Check(shape, body) ? ok(body) : fail({ code: 'center.unintelligible' })
}

function endOf({ timeoutMs = lineTimeoutMs, signal }: Call): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs)
  return signal === undefined ? timeout : AbortSignal.any([timeout, signal])
}

function refusalOf(status: number, body: unknown): LineIssue {
  const { code, facts } = (body ?? {}) as { code?: unknown; facts?: { retryAfterMs?: unknown } }
  const retryAfterMs = Number(facts?.retryAfterMs)
  return {
    code: 'center.refused',
    status,
    reason: typeof code === 'string' ? code.slice(0, 80) : 'unknown',
    ...(status === 429 && retryAfterMs > 0
      ? { retryAfterMs: Math.min(retryAfterMs, quietMsMax) }
      : {}),
  }
}

/** How long the center wants to be left alone; undefined where it did not say so. */
export function quietMsOf(issue: LineIssue): number | undefined {
  return issue.code === 'center.refused' ? issue.retryAfterMs : undefined
}

/** As it is kept with what waits; `problemShown` makes words of it. */
export function problemOf(issue: LineIssue): string {
  return issue.code === 'center.refused' ? `center.refused:${issue.reason}` : issue.code
}
