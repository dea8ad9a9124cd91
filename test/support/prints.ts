// Prints — finger image records of people who do not exist, grown once a run of a test file.

import type { FingerPosition } from '../../src/enrollment/fingers.ts'
import { impressionOf } from '../../src/finger/synthetic/impression.ts'
import {
  type SyntheticFinger,
  syntheticPersonFinger,
} from '../../src/finger/synthetic/synthetic-finger.ts'
import {
  encodeFingerView,
  readFingerImageRecord,
  writeFingerImageRecord,
} from '../../src/formats/iso19794-4/index.ts'

const grown = new Map<string, SyntheticFinger>()

/** A record of one careful press: the same person, position and visit give the same picture. */
export async function printOf(
  person: string,
  position: FingerPosition,
  visit: string,
): Promise<Uint8Array> {
  const name = `${person}/${position}`
  const finger = grown.get(name) ?? syntheticPersonFinger(person, position)
  grown.set(name, finger)
  const image = impressionOf(finger, visit, { difficulty: 0.2 })
  const view = await encodeFingerView(image, { position, capturedAtMs: 0, quality: [] })
  return writeFingerImageRecord({ edition: '2011', views: [view] })
}

/** The same press of a finger, labeled as another one. */
export async function printLabeled(
  person: string,
  position: FingerPosition,
  visit: string,
  label: FingerPosition,
): Promise<Uint8Array> {
  const read = readFingerImageRecord(await printOf(person, position, visit))
  const view = read.ok ? read.value.views[0] : undefined
  if (view === undefined) throw new Error('a grown print can be read')
  return writeFingerImageRecord({ edition: '2011', views: [{ ...view, position: label }] })
}
