// Browser scanner — how a page finds the scanner at its own computer and hands it what the office
// asks. It runs in the browser; the office alone decides what to believe of the answer.

import { discoverFingerDevices, type FoundDevice } from '#formats/sbi'
import { fail, ok, type Result } from '#kit/result'

export interface Scanner {
  /** `http://127.0.0.1:4501`: the scanner is always at the computer of this very page. */
  readonly baseUrl: string
  readonly deviceId: string
}

/** Nobody answers there any more, or what came is no answer. */
export interface ScannerSilent {
  readonly code: 'scanner.silent'
}

const findMsMax = 2_000
/** The office gives the device thirty seconds; the rest is for the answer to travel. */
const captureMsMax = 60_000

// The browser's own fetch wants to be called as a function of the window.
const browserFetch: typeof fetch = (...asked) => globalThis.fetch(...asked)

/** The first scanner that answers on the ports, from the lowest on. */
export async function findScanner(ports: {
  readonly first: number
  readonly last: number
}): Promise<Scanner | undefined> {
  const numbers = Array.from({ length: ports.last - ports.first + 1 }, (_, i) => ports.first + i)
  const found = await discoverFingerDevices({
    fetch: browserFetch,
    ports: numbers,
    timeoutMs: findMsMax,
  })
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
    return reply.ok ? ok(await reply.json()) : fail({ code: 'scanner.silent' })
  } catch {
    return fail({ code: 'scanner.silent' })
  }
}

function scannerOf({ baseUrl, device }: FoundDevice): Scanner {
  return { baseUrl, deviceId: device.deviceId }
}
