// Candidates — the pairs of minutiae whose surroundings are most alike.
//
// The plain form stands in ../reference/candidates.ts. A count of the values says from where on a
// pair can be among the best; only those are then put in order.

const levels: i32 = 256
/** A listed word holds its place counted down, so that of two equals the first is the greater. */
const placeBits: u32 = 14
const placeMax: u32 = (1 << placeBits) - 1
const levelShift: u32 = placeBits + 8

/** `found` as likeness leaves it; `pairs` receives value and place of each, answers how many. */
export function candidates(
  found: usize,
  length: i32,
  wanted: i32,
  histogram: usize,
  pairs: usize,
): i32 {
  const least = leastOf(found, length, wanted, histogram)
  let count = 0
  for (let at = found; at < found + usize(length * 4); at += 4) {
    const word = load<u32>(at)
    if (word < least) continue
    if (count === wanted && word < load<u32>(pairs + usize((count - 1) * 8))) continue
    let place = count < wanted ? count++ : count - 1
    while (place > 0 && load<u32>(pairs + usize((place - 1) * 8)) < word) {
      store<u32>(pairs + usize(place * 8), load<u32>(pairs + usize((place - 1) * 8)))
      place--
    }
    store<u32>(pairs + usize(place * 8), word)
  }
  for (let k = 0; k < count; k++) {
    const pair = pairs + usize(k * 8)
    const word = load<u32>(pair)
    store<u32>(pair, word >> placeBits)
    store<u32>(pair, placeMax - (word & placeMax), 4)
  }
  return count
}

/** The least word that is among the `wanted` greatest, rounded down to a level. */
function leastOf(found: usize, length: i32, wanted: i32, histogram: usize): u32 {
  memory.fill(histogram, 0, usize(levels * 4))
  for (let at = found; at < found + usize(length * 4); at += 4) {
    const bin = histogram + usize(load<u32>(at) >> levelShift) * 4
    store<i32>(bin, load<i32>(bin) + 1)
  }
  let count = 0
  let level = levels - 1
  for (; level > 0; level--) {
    count += load<i32>(histogram + usize(level * 4))
    if (count >= wanted) break
  }
  return u32(level) << levelShift
}
