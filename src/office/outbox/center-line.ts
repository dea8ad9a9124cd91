// Center line — the office's calls to the center, each with its pass; what comes back is checked.

import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { writePass } from '#enrollment/transfer'
import { fail, ok, type Result } from '#kit/result'
import { lineTimeoutMs } from '../limits.ts'
import type { OfficeWorld } from '../world.ts'

export type LineIssue =
  | { readonly code: 'center.unreachable' }
  | { readonly code: 'center.refused'; readonly status: number; readonly reason: string }
  | { readonly code: 'center.unintelligible' }
  | { readonly code: 'center.not-enrolled' }

export type LineNeeds = Pick<OfficeWorld, 'fetch' | 'clock' | 'identity' | 'settings'>

export interface Call {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST'
  /** With its query. */
  readonly path: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
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
      signal: AbortSignal.timeout(lineTimeoutMs),
    })
    body = await response.json()
  } catch (error) {
    const isWord = error instanceof SyntaxError
    return fail({ code: isWord ? 'center.unintelligible' : 'center.unreachable' })
  }
  if (!response.ok) {
    const { code } = body as { code?: unknown }
    return fail({
      code: 'center.refused',
      status: response.status,
      reason: typeof code === 'string' ? code.slice(0, 80) : 'unknown',
    })
  }
  return Value.Check(shape, body) ? ok(body) : fail({ code: 'center.unintelligible' })
}

/** As it is kept with what waits; `problemShown` makes words of it. */
export function problemOf(issue: LineIssue): string {
  return issue.code === 'center.refused' ? `center.refused:${issue.reason}` : issue.code
}
