// Grown thread — grows the ten fingers of one who does not exist, and of one who is that mirrored.

import { impressionOf, syntheticPersonFinger } from '#finger'
import type { GrayImage } from '#formats/gray-image'
import { encodeFingerView, fingerPositions, writeFingerImageRecord } from '#formats/iso19794-4'
import { answerAsks } from '#kit/node/thread'
import type { GrownRecords } from './grown.ts'

/** A press as an operator lets it pass at the first try. */
const difficulty = 0.2

answerAsks<string, GrownRecords[]>(async (person) => {
  const straight: [number, string][] = []
  const turned: [number, string][] = []
  for (const position of fingerPositions) {
    const image = impressionOf(syntheticPersonFinger(person, position), 'first', { difficulty })
    straight.push([position, await recordOf(image, position)])
    turned.push([position, await recordOf(mirrored(image), position)])
  }
  return [straight, turned]
})

async function recordOf(image: GrayImage, position: (typeof fingerPositions)[number]) {
  const view = await encodeFingerView(image, { position, capturedAtMs: 0, quality: [] })
  const record = writeFingerImageRecord({ edition: '2011', views: [view] })
  return Buffer.from(record).toString('base64')
}

function mirrored(image: GrayImage): GrayImage {
  const { width, pixels } = image
  const at = (k: number) => k - (k % width) + (width - 1 - (k % width))
  return { ...image, pixels: pixels.map((_, k) => pixels[at(k)]!) }
}
