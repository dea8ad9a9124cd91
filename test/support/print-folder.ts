// Print folder — pictures of fingers that do not exist, as a scanner's folder holds them.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FingerPosition } from '../../src/enrollment/fingers.ts'
import { impressionOf } from '../../src/finger/synthetic/impression.ts'
import { syntheticPersonFinger } from '../../src/finger/synthetic/synthetic-finger.ts'
import { encodePng } from '../../src/formats/png/index.ts'

export interface PrintsAsked {
  readonly person: string
  readonly positions: readonly FingerPosition[]
  readonly visits: number
}

const difficulty = 0.25

/** Writes `P-<finger>_<visit>.png` for each finger and visit. */
export async function writePrints(dir: string, asked: readonly PrintsAsked[]): Promise<void> {
  await mkdir(dir, { recursive: true })
  for (const { person, positions, visits } of asked) {
    for (const position of positions) {
      const finger = syntheticPersonFinger(person, position)
      for (let visit = 1; visit <= visits; visit++) {
        const png = encodePng(impressionOf(finger, `visit ${visit}`, { difficulty }))
        await writeFile(join(dir, `${person}-${position}_${visit}.png`), png)
      }
    }
  }
}
