// Drawn templates — minutiae strewn at random in place of prints, for tests that need many people
// who are surely different, at once, and no engine that looks at pictures.

import type { ExamineFinger } from '../../src/center/enroll/extract-fingers.ts'
import {
  type FingerTemplate,
  type Minutia,
  readTemplate,
  templateVersion,
  writeTemplate,
} from '../../src/finger/index.ts'
import { fail, ok } from '../../src/kit/result.ts'
import { seeded } from '../../src/kit/seeded.ts'

const [width, height, minutiaeCount, margin] = [320, 400, 36, 20] as const

/** The same finger of the same visit is the same template; of another visit one much like it. */
export function drawnTemplate(finger: string, visit: string): Uint8Array {
  return writeTemplate(pressed(drawn(finger), `${finger}/${visit}`))
}

function drawn(finger: string): readonly Minutia[] {
  const chance = seeded(finger)
  return Array.from({ length: minutiaeCount }, () => ({
    x: margin + chance.below(width - 2 * margin),
    y: margin + chance.below(height - 2 * margin),
    direction: chance.below(256),
    kind: chance.pick(['ending', 'bifurcation'] as const),
    quality: 80,
  }))
}

/** Each minutia a little elsewhere, and one in ten not seen at all. */
function pressed(minutiae: readonly Minutia[], seed: string): FingerTemplate {
  const chance = seeded(seed)
  const about = (value: number, off: number) => value - off + chance.below(2 * off + 1)
  const seen = minutiae
    .filter(() => chance.unit() < 0.9)
    .map(({ x, y, direction, ...rest }) => ({
      ...rest,
      ...{ x: about(x, 2), y: about(y, 2), direction: about(direction, 4) & 255 },
    }))
  const fromTheTop = seen.toSorted((a, b) => a.y - b.y || a.x - b.x)
  return { width, height, minutiae: fromTheTop, flow: undefined }
}

/**
 * Stands in for the engine at a center whose packets hold templates for images; each version of it reads
 * the same in a form of its own.
 */
export const readDrawn: ExamineFinger = async (position, record) => {
  const own = Uint8Array.from(record)
  own[3] = templateVersion
  const template = readTemplate(own)
  return template.ok
    ? ok({ position, template: template.value, quality: 90 })
    : fail({ code: 'finger.unreadable', position })
}
