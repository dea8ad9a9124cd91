// Client — finding a device and speaking with it; `fetch` is handed in, in a browser as in Node.
//
// Browsers ask first, by an OPTIONS request, whether this page may use such verbs on that port:
// a device has to know the office's origin.

import type { Static, TSchema } from 'typebox'
import { fail, ok, type Result } from '#kit/result'
import { type CaptureRequest, captureRequestMessage } from './capture-request.ts'
import { type Frame, frameReader } from './frames.ts'
import { answerBytesMax, portsAtOnce } from './limits.ts'
import {
  DeviceInfo,
  type DiscoveredDevice,
  DiscoveryAnswer,
  findMessageInJson,
  InfoAnswer,
} from './messages.ts'
import { type TokenIssue, type TrustContext, verifyToken } from './token.ts'
import { type DeviceSubId, devicePortFirst, devicePortLast } from './words.ts'

export type SbiClientIssue =
  /** Nothing listens there, or it does not let this page in: a browser does not tell which. */
  | { readonly code: 'sbi.unreachable' }
  | { readonly code: 'sbi.timeout' }
  | { readonly code: 'sbi.answer' }

export interface SbiClient {
  readonly fetch: typeof globalThis.fetch
  /** As it stands in the certificate-free world of SBI: `http://127.0.0.1:4501`. */
  readonly baseUrl: string
}

export interface FoundDevice {
  readonly baseUrl: string
  readonly device: DiscoveredDevice
}

export const allDevicePorts: readonly number[] = Array.from(
  { length: devicePortLast - devicePortFirst + 1 },
  (_, i) => devicePortFirst + i,
)

/** Asks a handful of ports at a time, from the lowest on, until some answer. */
export async function discoverFingerDevices(needs: {
  readonly fetch: typeof globalThis.fetch
  readonly ports?: readonly number[]
  readonly timeoutMs: number
}): Promise<readonly FoundDevice[]> {
  const ports = needs.ports ?? allDevicePorts
  for (let from = 0; from < ports.length; from += portsAtOnce) {
    const answers = await Promise.all(
      ports.slice(from, from + portsAtOnce).map(async (port) => {
        const baseUrl = `http://127.0.0.1:${port}`
        const client = { fetch: needs.fetch, baseUrl }
        const body = { type: 'Finger' }
        const { timeoutMs } = needs
        const asking = { verb: 'MOSIPDISC', path: '/device', body, timeoutMs } as const
        const answer = await callJson(client, asking, DiscoveryAnswer)
        return answer.ok ? answer.value.map((device) => ({ baseUrl, device })) : []
      }),
    )
    if (answers.some((it) => it.length > 0)) return answers.flat()
  }
  return []
}

/** The device's own, signed account of itself. */
export async function askDeviceInfo(
  client: SbiClient,
  timeoutMs: number,
  trust: TrustContext,
): Promise<Result<DeviceInfo, SbiClientIssue | TokenIssue>> {
  const asking = { verb: 'MOSIPDINFO', path: '/info', body: undefined, timeoutMs } as const
  const answer = await callJson(client, asking, InfoAnswer)
  if (!answer.ok) return answer
  const [first] = answer.value
  return first === undefined
    ? fail({ code: 'sbi.answer' })
    : verifyToken(first.deviceInfo, DeviceInfo, trust)
}

/** Leaves time for the answer to travel after the device has come to its own end. */
const answerAllowanceMs = 15_000

/** What came back, unlooked at: `verifyCapture` says what to believe of it. */
export async function captureFingers(
  client: SbiClient,
  request: CaptureRequest,
  nowMs: number,
): Promise<Result<unknown, SbiClientIssue>> {
  const answer = await call(client, {
    verb: 'RCAPTURE',
    path: '/capture',
    body: captureRequestMessage(request, nowMs),
    timeoutMs: request.timeoutMs + answerAllowanceMs,
  })
  if (!answer.ok) return answer
  const text = await readText(answer.value)
  if (!text.ok) return text
  try {
    return ok(JSON.parse(text.value))
  } catch {
    return fail({ code: 'sbi.answer' })
  }
}

/** Shows frames until the device ends the stream, its time is over or `stop` is signaled. */
export async function watchPreview(
  client: SbiClient,
  asked: {
    readonly deviceId: string
    readonly deviceSubId: DeviceSubId
    readonly timeoutMs: number
    readonly stop: AbortSignal
    readonly show: (frame: Frame) => void
  },
): Promise<Result<undefined, SbiClientIssue | { readonly code: 'sbi.stream' }>> {
  const { deviceId, deviceSubId, timeoutMs, stop } = asked
  const body = { deviceId, deviceSubId: String(deviceSubId), timeout: String(timeoutMs) }
  const answer = await call(client, {
    ...{ verb: 'STREAM', path: '/stream', body, stop },
    timeoutMs: timeoutMs + answerAllowanceMs,
  })
  if (!answer.ok) return answer
  const isStream = answer.value.headers.get('content-type')?.startsWith('multipart/') ?? false
  if (!isStream || answer.value.body === null) {
    await answer.value.body?.cancel()
    return fail({ code: 'sbi.stream' })
  }
  const frames = frameReader()
  try {
    const reader = answer.value.body.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const read = frames.read(part.value)
      if (!read.ok) {
        await reader.cancel()
        return read
      }
      for (const frame of read.value) asked.show(frame)
    }
    return ok(undefined)
  } catch (problem) {
    return stop.aborted ? ok(undefined) : fail(issueOf(problem))
  }
}

interface Call {
  readonly verb: 'MOSIPDISC' | 'MOSIPDINFO' | 'RCAPTURE' | 'STREAM'
  readonly path: string
  readonly body: unknown
  readonly timeoutMs: number
  readonly stop?: AbortSignal
}

async function callJson<Schema extends TSchema>(
  client: SbiClient,
  it: Call,
  schema: Schema,
): Promise<Result<Static<Schema>, SbiClientIssue>> {
  const answer = await call(client, it)
  if (!answer.ok) return answer
  const text = await readText(answer.value)
  if (!text.ok) return text
  const message = findMessageInJson(schema, text.value)
  return message === undefined ? fail({ code: 'sbi.answer' }) : ok(message)
}

async function call(client: SbiClient, it: Call): Promise<Result<Response, SbiClientIssue>> {
  const timeout = AbortSignal.timeout(it.timeoutMs)
  try {
    const answer = await client.fetch(`${client.baseUrl}${it.path}`, {
      method: it.verb,
      headers: { 'Content-Type': 'application/json' },
      ...(it.body === undefined ? {} : { body: JSON.stringify(it.body) }),
      signal: it.stop === undefined ? timeout : AbortSignal.any([timeout, it.stop]),
      cache: 'no-store',
      redirect: 'error',
    })
    return answer.ok ? ok(answer) : fail({ code: 'sbi.answer' })
  } catch (problem) {
    return fail(issueOf(problem))
  }
}

/** Gives up beyond the largest answer that a capture can need. */
async function readText(answer: Response): Promise<Result<string, SbiClientIssue>> {
  if (answer.body === null) return ok('')
  const decoder = new TextDecoder()
  const reader = answer.body.getReader()
  let text = ''
  let bytes = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.length
      if (bytes > answerBytesMax) {
        await reader.cancel()
        return fail({ code: 'sbi.answer' })
      }
      text += decoder.decode(part.value, { stream: true })
    }
    return ok(text + decoder.decode())
  } catch (problem) {
    return fail(issueOf(problem))
  }
}

function issueOf(problem: unknown): SbiClientIssue {
  const isTimeout = problem instanceof Error && problem.name === 'TimeoutError'
  return { code: isTimeout ? 'sbi.timeout' : 'sbi.unreachable' }
}
