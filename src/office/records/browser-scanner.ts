// Browser scanner — how a page finds the scanner at its own computer and hands it what the office
// asks (SBI 0.9.5). It runs in the browser; the office alone decides what to believe of the answer.

import { discoverFingerDevices, type FoundDevice } from '#formats/sbi'
import { fail, ok, type Result } from '#kit/result'

export interface Scanner {
  /** `http://127.0.0.1:4501`: the scanner is always at the computer of this very page. */
  readonly baseUrl: string
  readonly deviceId: string
  /** As its maker calls it. */
  readonly name: string
}

export interface ScannerPorts {
  readonly first: number
  readonly last: number
}

/** Nobody answers there any more, or what came is no answer. */
export interface ScannerSilent {
  readonly code: 'scanner.silent'
}

const findMsMax = 2_000
/** The office gives the device thirty seconds; the rest is for the answer to travel. */
const captureMsMax = 60_000

// The browser's own fetch wants to be called as a function of the window.
export const browserFetch: typeof fetch = (...asked) => globalThis.fetch(...asked)

/** The first scanner that answers on the ports, from the lowest on. */
export async function findScanner({ first, last }: ScannerPorts): Promise<Scanner | undefined> {
  const ports = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const asked = { fetch: browserFetch, ports, timeoutMs: findMsMax }
  const found = await discoverFingerDevices(asked)
  return found.map(scannerOf)[0]
}

/** Hands the office's RCAPTURE body to the device as it is; answers what it said, unlooked at. */
export async function captureWith(
  { baseUrl }: Scanner,
  request: unknown,
): Promise<Result<unknown, ScannerSilent>> {
  try {
    const reply = await browserFetch(`${baseUrl}/capture`, {
      method: 'RCAPTURE',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(captureMsMax),
      cache: 'no-store',
      redirect: 'error',
    })
    return ok(await reply.json())
  } catch {
    return fail({ code: 'scanner.silent' })
  }
}

function scannerOf({ baseUrl, device }: FoundDevice): Scanner {
  const { deviceId, deviceCode, digitalId } = device
  return { baseUrl, deviceId, name: makerOf(digitalId) ?? deviceCode }
}

/** Its signature is not looked at: good enough to be shown, believed by nobody. */
function makerOf(digitalId: string): string | undefined {
  try {
    const text = atob(digitalId.replaceAll('-', '+').replaceAll('_', '/'))
    const { make, model } = JSON.parse(text) as { make?: unknown; model?: unknown }
    return typeof make === 'string' && typeof model === 'string' ? `${make} ${model}` : undefined
  } catch {
    return undefined
  }
}
