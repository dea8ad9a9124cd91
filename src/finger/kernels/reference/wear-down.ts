// Wear down — ridges thinned from both sides, pass by pass: the plain form.

import { crossings, e, hasAll, n, neighborhoodAt, ridgesIn, s, w } from '../../neighborhood.ts'

const first = table((around) => !hasAll(around, n | e | s) && !hasAll(around, e | s | w))
const second = table((around) => !hasAll(around, n | e | w) && !hasAll(around, n | s | w))

/** Of each neighborhood, whether the pixel within it goes. */
function table(mayGo: (around: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, around) => {
    const count = ridgesIn(around)
    return count >= 2 && count <= 6 && crossings[around] === 1 && mayGo(around) ? 1 : 0
  })
}

export function wearDown(
  pixels: Uint8Array,
  width: number,
  _height: number,
  passesMax: number,
): void {
  const ridge = Int32Array.from(pixels.keys()).filter((i) => pixels[i] === 1)
  let count = ridge.length
  for (let pass = 0; pass < passesMax; pass++) {
    const before = count
    count = takeAway(pixels, width, ridge, count, first)
    count = takeAway(pixels, width, ridge, count, second)
    if (count === before) break
  }
}

/** Takes all removable pixels away at once; keeps the others' indices in front, says how many. */
function takeAway(
  pixels: Uint8Array,
  width: number,
  ridge: Int32Array,
  count: number,
  removable: Uint8Array,
): number {
  const gone = new Int32Array(count)
  let goneCount = 0
  let kept = 0
  for (let k = 0; k < count; k++) {
    const i = ridge[k]!
    if (removable[neighborhoodAt(pixels, width, i)] === 1) gone[goneCount++] = i
    else ridge[kept++] = i
  }
  for (let k = 0; k < goneCount; k++) pixels[gone[k]!] = 0
  return kept
}
