// Scanner — the journey's side of the stand-in: who stands there, and a slap asked over SBI 0.9.5.

import { discoverFingerDevices, type FoundDevice } from '#formats/sbi'

export interface Standing {
  readonly kind: 'folder' | 'synthetic'
  readonly person: string
  readonly visit: number
  readonly dir?: string
}

export interface Scanner {
  readonly deviceId: string
  /** Tells the stand-in, outside SBI, who stands in front of it. */
  stand(person: Standing): Promise<void>
  /** Hands the office's request to the device; answers what the device said, as it is. */
  capture(request: unknown): Promise<unknown>
}

const discoverMsMax = 2_000
const captureMsMax = 60_000

export async function findScanner(ports: {
  readonly first: number
  readonly last: number
}): Promise<Scanner> {
  const numbers = Array.from({ length: ports.last - ports.first + 1 }, (_, i) => ports.first + i)
  const [found] = await discoverFingerDevices({ fetch, ports: numbers, timeoutMs: discoverMsMax })
  if (found === undefined) {
    throw new Error(`No scanner answers on ports ${ports.first} to ${ports.last}`)
  }
  return scannerAt(found)
}

function scannerAt({ baseUrl, device }: FoundDevice): Scanner {
  return {
    deviceId: device.deviceId,
    async stand(person) {
      const reply = await fetch(`${baseUrl}/stand-in/person`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(person),
      })
      if (!reply.ok) {
        throw new Error('The scanner is not the stand-in: it cannot be told who stands there')
      }
    },
    async capture(request) {
      const reply = await fetch(`${baseUrl}/capture`, {
        method: 'RCAPTURE',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(captureMsMax),
      })
      return reply.json()
    },
  }
}
