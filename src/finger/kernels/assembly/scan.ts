// Scan — a person's sketches against those of many; the plain form: ../reference/scan.ts.

import {
  beginsAt,
  firstDirectionAt,
  geometryOf,
  keyMinutia,
  layOut,
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
  perRow: i32,
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
  const wants = work + 768
  const rooms = work + 1024
  let count = 0
  for (let visit = from; visit < after; visit++) {
    for (let c = 0; c < compareCount; c++) {
      const compare = compares + usize(c) * compareBytes
      const sketch = load<u32>(compare, compareRegion) + usize(visit) * sketchBytes
      const rows = load<i32>(compare, compareRows)
      const isThere = load<u8>(sketch, countAt) !== 0
      const room = rooms + usize(c) * roomBytes
      const sum = isThere
        ? nearestOf(load<u32>(compare, compareProbe), rows, sketch, farthest, room)
        : 0
      store<i32>(sums + usize(c) * 4, sum)
      store<i32>(wants + usize(c) * 4, isThere ? rows * perRow : 0)
      store<i32>(bounds + usize(c) * 4, isThere ? -1 : 0)
      store<i32>(scores + usize(c) * 4, isThere ? -1 : 0)
    }
    let best = 0
    let hypothesis = 0
    for (let m = 0; m < maskCount; m++) {
      const mask = load<u64>(masks + usize(m) * maskBytes)
      const need = max(least, best + 1)
      let bound = 0
      let wanted = 0
      for (let left = mask; left !== 0; left &= left - 1) {
        const c = usize(ctz<u64>(left)) * 4
        bound += load<i32>(sums + c)
        wanted += load<i32>(wants + c)
      }
      if (bound < need || bound < wanted) continue
      bound = 0
      for (let left = mask; left !== 0; left &= left - 1) {
        const c = usize(ctz<u64>(left))
        let turned = load<i32>(bounds + c * 4)
        if (turned < 0) {
          const compare = compares + c * compareBytes
          turned = layOut(
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
      if (bound < need) continue
      // What is sure so far, and what the rest can add at most: an end as soon as that is too little.
      let score = 0
      let rest = bound
      let left = mask
      for (; left !== 0; left &= left - 1) {
        const c = usize(ctz<u64>(left))
        rest -= load<i32>(bounds + c * 4)
        const floor = max(-1, need - 1 - score - rest)
        let agreed = load<i32>(scores + c * 4)
        if (agreed < 0) {
          const room = rooms + c * roomBytes
          agreed = geometryOf(floor, seeds, turnMax, missSquare, missShare, cosines, sines, room)
          if (agreed > floor) store<i32>(scores + c * 4, agreed)
        }
        if (agreed <= floor) break
        score += agreed
      }
      if (left !== 0) continue
      best = score
      hypothesis = m
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

/** How far the nearest code of each row is, and whose; answers how much nearer than `farthest`, in all. */
function nearestOf(probe: usize, rows: i32, sketch: usize, farthest: i32, room: usize): i32 {
  const first = i32(load<u8>(sketch, firstDirectionAt))
  let sum = 0
  for (let i = 0; i < rows; i++) {
    const row = probe + usize(i) * rowBytes
    const code = load<u64>(row)
    const bucket = ((load<i32>(row, rowDirection) - first) & 255) >> 4
    const begin = i32(load<u8>(sketch + usize(bucket), beginsAt))
    const at = sketch + usize(begin) * 8
    // Ten in a row, without a branch that would have to be guessed; of equals the first.
    let key = i32(popcnt<u64>(load<u64>(at) ^ code)) << keyMinutia
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 8) ^ code)) << keyMinutia) | 1)
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 16) ^ code)) << keyMinutia) | 2)
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 24) ^ code)) << keyMinutia) | 3)
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 32) ^ code)) << keyMinutia) | 4)
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 40) ^ code)) << keyMinutia) | 5)
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 48) ^ code)) << keyMinutia) | 6)
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 56) ^ code)) << keyMinutia) | 7)
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 64) ^ code)) << keyMinutia) | 8)
    key = min(key, (i32(popcnt<u64>(load<u64>(at, 72) ^ code)) << keyMinutia) | 9)
    store<u16>(room + usize(i) * 2, u16(key + begin))
    sum += max(0, farthest - (key >> keyMinutia))
  }
  return sum
}
