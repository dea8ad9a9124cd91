// Synthetic donors — grown fingers, whole, and prints of them as a sensor shows them.

import { fingerPositions } from '#formats/finger-position'
import type { GrayImage } from '#formats/gray-image'
import { assert } from '#kit/assert'
import { extractTemplate } from '../extract-template.ts'
import { dpi } from '../parameters.ts'
import { impressionOf } from '../synthetic/impression.ts'
import { type SyntheticFinger, syntheticPersonFinger } from '../synthetic/synthetic-finger.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import type { PopulationDonors } from './population.ts'

/** One finger's whole skin, and what two visits show of it. About half a second of one core each. */
export interface GrownDonor {
  readonly finger: FingerTemplate
  readonly footprints: readonly FingerTemplate[]
}

const visits = ['first visit', 'second visit'] as const

/** `count` fingers of as many different people as tens; the same seed, the same fingers. */
export function* growDonors(seed: string, count: number): Generator<GrownDonor> {
  for (let n = 0; n < count; n++) {
    const position = fingerPositions[n % fingerPositions.length]!
    const person = `donor/${seed}/${Math.floor(n / fingerPositions.length)}`
    const grown = syntheticPersonFinger(person, position)
    const finger = templateOf(wholeOf(grown))
    const footprints = visits.flatMap((it) => templateOf(impressionOf(grown, it)) ?? [])
    if (finger !== undefined) yield { finger, footprints }
  }
}

/** All of them at once; a thousand take some ten minutes of one core. */
export function syntheticDonors(seed: string, count: number): PopulationDonors {
  const grown = [...growDonors(seed, count)]
  assert(grown.length > 0, 'fingers that grow have minutiae')
  return {
    fingers: grown.map((it) => it.finger),
    footprints: grown.flatMap((it) => it.footprints),
  }
}

function templateOf(image: GrayImage): FingerTemplate | undefined {
  const template = extractTemplate(image)
  return template.ok ? template.value : undefined
}

/** The whole skin as if it had been inked: ridges dark. */
function wholeOf({ relief, width, height }: SyntheticFinger): GrayImage {
  const pixels = Uint8Array.from(relief, (it) => (it === 0 ? 255 : 128 - it))
  return { width, height, pixels, dpi }
}
