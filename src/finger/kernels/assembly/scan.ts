// Scan — a person's sketches against those of many; the plain form: ../reference/scan.ts.

import {
  beginsAt,
  boundOf,
  firstDirectionAt,
  geometryOf,
  roomBytes,
  rowBytes,
  rowDirection,
} from './scan-geometry'

const compareBytes: usize = 16
const compareProbe: usize = 0
const compareRows: usize = 4
const compareRegion: usize = 8
const maskBytes: usize = 8
const hitBytes: usize = 8

const sketchBytes: usize = 256
const countAt: usize = 248

/** Bits of a code. */
const far: u8 = 64

/**
 * Visits `from` to `after`, each by every hypothesis. Writes visit, score and hypothesis of those
 * whose best score is at least `least`; answers how many.
 */
export function scan(
  compares: usize,
  compareCount: i32,
  masks: usize,
  maskCount: i32,
  from: i32,
  after: i32,
  least: i32,
  farthest: i32,
  seeds: i32,
  turnMax: i32,
  missSquare: i32,
  missShare: i32,
  cosines: usize,
  sines: usize,
  work: usize,
  hits: usize,
): i32 {
  const sums = work
  const bounds = work + 256
  const scores = work + 512
  const rooms = work + 768
  let count = 0
  for (let visit = from; visit < after; visit++) {
    for (let c = 0; c < compareCount; c++) {
      const compare = compares + usize(c) * compareBytes
      const sketch = load<u32>(compare, compareRegion) + usize(visit) * sketchBytes
      const sum = nearestOf(
        load<u32>(compare, compareProbe),
        load<u32>(compare, compareRows),
        sketch,
        farthest,
        rooms + usize(c) * roomBytes,
      )
      store<i32>(sums + usize(c) * 4, sum)
      store<i32>(bounds + usize(c) * 4, -1)
      store<i32>(scores + usize(c) * 4, -1)
    }
    let best = 0
    let hypothesis = 0
    for (let m = 0; m < maskCount; m++) {
      const mask = load<u64>(masks + usize(m) * maskBytes)
      let bound = 0
      for (let left = mask; left !== 0; left &= left - 1) {
        bound += load<i32>(sums + usize(ctz<u64>(left)) * 4)
      }
      if (bound < least || bound <= best) continue
      bound = 0
      for (let left = mask; left !== 0; left &= left - 1) {
        const c = usize(ctz<u64>(left))
        let turned = load<i32>(bounds + c * 4)
        if (turned < 0) {
          const compare = compares + c * compareBytes
          turned = boundOf(
            load<u32>(compare, compareProbe),
            load<u32>(compare, compareRows),
            load<u32>(compare, compareRegion) + usize(visit) * sketchBytes,
            farthest,
            rooms + c * roomBytes,
          )
          store<i32>(bounds + c * 4, turned)
        }
        bound += turned
      }
      if (bound < least || bound <= best) continue
      let score = 0
      for (let left = mask; left !== 0; left &= left - 1) {
        const c = usize(ctz<u64>(left))
        let agreed = load<i32>(scores + c * 4)
        if (agreed < 0) {
          const room = rooms + c * roomBytes
          agreed = geometryOf(seeds, turnMax, missSquare, missShare, cosines, sines, room)
          store<i32>(scores + c * 4, agreed)
        }
        score += agreed
      }
      if (score > best) {
        best = score
        hypothesis = m
      }
    }
    if (best < least || best === 0) continue
    const hit = hits + usize(count) * hitBytes
    store<u32>(hit, u32(visit))
    store<u16>(hit, u16(best), 4)
    store<u16>(hit, u16(hypothesis), 6)
    count++
  }
  return count
}

/** How far the nearest code of each row is; answers how much nearer than `farthest`, in all. */
function nearestOf(probe: usize, rows: i32, sketch: usize, farthest: i32, room: usize): i32 {
  if (load<u8>(sketch, countAt) === 0) {
    memory.fill(room, far, usize(rows))
    return 0
  }
  const first = i32(load<u8>(sketch, firstDirectionAt))
  let sum = 0
  for (let i = 0; i < rows; i++) {
    const row = probe + usize(i) * rowBytes
    const code = load<u64>(row)
    const bucket = ((load<i32>(row, rowDirection) - first) & 255) >> 4
    const at = sketch + usize(load<u8>(sketch + usize(bucket), beginsAt)) * 8
    // Ten in a row, without a branch that would have to be guessed.
    let apart = i32(popcnt<u64>(code ^ load<u64>(at)))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 8))))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 16))))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 24))))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 32))))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 40))))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 48))))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 56))))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 64))))
    apart = min(apart, i32(popcnt<u64>(code ^ load<u64>(at, 72))))
    store<u8>(room + usize(i), u8(apart))
    sum += max(0, farthest - apart)
  }
  return sum
}
