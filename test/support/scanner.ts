// Scanner — the stand-in scanner for tests of the office: whose finger lies where is told per test.

import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type RunningDevice, startDevice } from '../../src/device/index.ts'
import type { FingerPosition } from '../../src/enrollment/fingers.ts'
import { impressionOf } from '../../src/finger/synthetic/impression.ts'
import {
  type SyntheticFinger,
  syntheticPersonFinger,
} from '../../src/finger/synthetic/synthetic-finger.ts'
import type { GrayImage } from '../../src/formats/gray-image/index.ts'
import type { TestOffice } from './office.ts'
import { morning } from './staff.ts'

/** A person's finger, nothing at all, or skin without a ridge. */
export type Laid =
  | { readonly person: string; readonly position?: FingerPosition }
  | 'nothing'
  | 'smooth'

export interface TestScanner {
  /** For `deviceCertificates` of the office's settings. */
  readonly certificateFile: string
  /** All ten fingers of this person; each visit is another press. */
  stand(person: string, visit?: string): void
  /** Something else at one position, until somebody stands there anew. */
  lay(position: FingerPosition, laid: Laid): void
  /** Hands a request to the device over a real socket. */
  capture(request: unknown): Promise<unknown>
}

const grown = new Map<string, SyntheticFinger>()

function fingerOf(person: string, position: FingerPosition): SyntheticFinger {
  const name = `${person}/${position}`
  const finger = grown.get(name) ?? syntheticPersonFinger(person, position)
  grown.set(name, finger)
  return finger
}

/** Call at the top of a test file, with the office whose clock the device shares. */
export function useScanner(clockOf: () => Partial<Pick<TestOffice, 'time'>>): TestScanner {
  const home = mkdtempSync(join(tmpdir(), 'scanner-'))
  const standing = { person: '', visit: '1' }
  const laid = new Map<FingerPosition, Laid>()
  let device: RunningDevice | undefined

  const press = async (position: FingerPosition, attempt: number) => {
    const what = laid.get(position) ?? { person: standing.person }
    if (what === 'nothing') return undefined
    if (what === 'smooth') return smoothSkin(attempt)
    const finger = fingerOf(what.person, what.position ?? position)
    return impressionOf(finger, `${standing.visit}/${attempt}`, { difficulty: 0.15 })
  }
  beforeAll(async () => {
    device = await startDevice({
      home,
      ports: { first: 0, last: 0 },
      origins: [],
      // The device may be started before its office.
      clock: () => clockOf().time?.now ?? morning,
      log: () => {},
      sourceOf: () => ({ press, varies: false }),
    })
  })
  afterAll(async () => {
    await device?.stop()
    await rm(home, { recursive: true, force: true })
  })
  return {
    certificateFile: join(home, 'device-certificate.pem'),
    stand(person, visit = '1') {
      standing.person = person
      standing.visit = visit
      laid.clear()
    },
    lay: (position, what) => void laid.set(position, what),
    async capture(request) {
      const reply = await fetch(`http://127.0.0.1:${device?.port}/capture`, {
        method: 'RCAPTURE',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      return reply.json()
    },
  }
}

/** Gray all over, with a grain that differs from press to press. */
function smoothSkin(attempt: number): GrayImage {
  const [width, height] = [320, 400]
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => 128 + ((i * attempt) % 3))
  return { width, height, pixels, dpi: 500 }
}
