// Routes — verb and path of a request to what answers it.

import {
  captureFailure,
  DiscoveryRequest,
  deviceError,
  findMessageInJson,
  findNumber,
  framesContentType,
  parseCaptureRequest,
  StreamRequest,
  signToken,
} from '#formats/sbi'
import type { Clock } from '#kit/clock'
import { captureSlap } from './capture.ts'
import { type Answer, jsonAnswer, textAnswer } from './http/answer.ts'
import { admit, type Door, preflightAnswer } from './http/door.ts'
import type { HttpRequest } from './http/request-reader.ts'
import { deviceId, deviceInfoOf, discoveryOf, environment } from './identity.ts'
import type { DeviceKeys } from './keys.ts'
import { streamMsDefault, streamMsMax } from './limits.ts'
import { choosePerson, tellPerson } from './page/choose-person.ts'
import { showPage, showStyle } from './page/page.ts'
import { type PreviewNeeds, streamPreview } from './preview/preview.ts'
import type { Scanner } from './scanner.ts'

export interface DeviceWorld {
  readonly scanner: Scanner
  readonly keys: DeviceKeys
  readonly clock: Clock
  readonly origins: readonly string[]
  readonly stopped: AbortSignal
}

type Handle = (request: HttpRequest, world: DeviceWorld, port: number) => Promise<Answer> | Answer

const routes: Readonly<Record<string, Readonly<Record<string, Handle>>>> = {
  '/device': { MOSIPDISC: discover },
  // The specification's text writes MOSIPDINFO, its schema MOSIPINFO.
  '/info': { MOSIPDINFO: tellInfo, MOSIPINFO: tellInfo },
  '/capture': { RCAPTURE: capture, CAPTURE: () => jsonAnswer(captureFailure('121')) },
  '/stream': { STREAM: stream },
  // From here on the stand-in's own, outside the specification.
  '/': { GET: (request, { scanner }) => showPage(request, scanner) },
  '/stand-in.css': { GET: () => showStyle() },
  '/stand-in/person': {
    GET: (_, { scanner }) => tellPerson(scanner),
    POST: (request, { scanner }) => choosePerson(request, scanner),
  },
}

export async function handleRequest(
  request: HttpRequest,
  world: DeviceWorld,
  port: number,
): Promise<Answer> {
  const door: Door = { port, origins: world.origins }
  const admission = admit(request, door)
  if (!admission.ok) return admission.issue
  const verbs = routes[request.path]
  const headers = { ...admission.value, Location: `http://127.0.0.1:${port}` }
  if (verbs === undefined) return withHeaders(textAnswer(404), headers)
  if (request.method === 'OPTIONS') return preflightAnswer(request, admission.value)
  const handle = verbs[request.method]
  if (handle === undefined) {
    return withHeaders(textAnswer(405), { ...headers, Allow: Object.keys(verbs).join(', ') })
  }
  return withHeaders(await handle(request, world, port), headers)
}

/** An answer's own headers win: a redirect has a Location of its own. */
function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

function discover(request: HttpRequest, world: DeviceWorld, port: number): Answer {
  const asked = findMessageInJson(DiscoveryRequest, textOf(request))
  const types = ['Finger', 'Face', 'Iris', 'Biometric Device']
  if (asked === undefined || !types.includes(asked.type)) {
    return jsonAnswer([{ error: deviceError('500') }])
  }
  const isOurs = asked.type === 'Finger' || asked.type === 'Biometric Device'
  return jsonAnswer(isOurs ? [discoveryOf(world.keys, presentOf(world, port))] : [])
}

async function tellInfo(_: HttpRequest, world: DeviceWorld, port: number): Promise<Answer> {
  const info = await deviceInfoOf(world.keys, presentOf(world, port))
  const deviceInfo = await signToken(info, world.keys)
  return jsonAnswer([{ deviceInfo, error: deviceError('0') }])
}

async function capture(request: HttpRequest, world: DeviceWorld): Promise<Answer> {
  const { scanner, keys, clock } = world
  if (clock() > keys.validUntilMs) return jsonAnswer(captureFailure('107'))
  const asked = parseCaptureRequest(jsonOf(request), { deviceId, environment })
  if (!asked.ok) return jsonAnswer(captureFailure(asked.issue.code))
  const needs = { platen: scanner.platen(), keys, clock }
  const answer = await scanner.whileCapturing(() => captureSlap(asked.value, needs))
  return jsonAnswer(answer ?? captureFailure('111'))
}

function stream(request: HttpRequest, world: DeviceWorld): Answer {
  const { scanner, clock, stopped } = world
  const asked = findMessageInJson(StreamRequest, textOf(request))
  const deviceSubId = asked && findNumber(asked.deviceSubId)
  const timeoutMs = asked?.timeout === undefined ? streamMsDefault : findNumber(asked.timeout)
  const isSlap = deviceSubId === 1 || deviceSubId === 2 || deviceSubId === 3
  if (asked === undefined || timeoutMs === undefined || timeoutMs <= 0) {
    return jsonAnswer({ error: deviceError('500') })
  }
  if (asked.deviceId !== deviceId || !isSlap) return jsonAnswer({ error: deviceError('106') })
  if (scanner.isStreaming()) return jsonAnswer({ error: deviceError('111') })
  const { platen, isCapturing } = scanner
  const needs: PreviewNeeds = {
    deviceSubId,
    timeoutMs: Math.min(timeoutMs, streamMsMax),
    ...{ clock, platen, isCapturing, stopped },
  }
  return {
    status: 200,
    headers: { 'Content-Type': framesContentType, 'Cache-Control': 'no-store' },
    async stream(line) {
      await scanner.whileStreaming(() => streamPreview(line, needs))
    },
  }
}

function presentOf({ scanner, clock }: DeviceWorld, port: number) {
  return { port, status: scanner.status(), nowMs: clock() }
}

function textOf({ body }: HttpRequest): string {
  return new TextDecoder().decode(body)
}

function jsonOf(request: HttpRequest): unknown {
  try {
    return JSON.parse(textOf(request))
  } catch {
    return undefined
  }
}
