// Match bits — every code of one print against every code of another, 64 bits at a time.
//
// The plain form and its contract stand in ../reference/match-bits.ts.

/** A code is `words` 64-bit words; `bits`, `known`, `directions` of one print, then the other's. */
export function matchBits(
  countA: i32,
  bitsA: usize,
  knownA: usize,
  directionsA: usize,
  countB: i32,
  bitsB: usize,
  knownB: usize,
  directionsB: usize,
  words: i32,
  turnMax: i32,
  knownMin: i64,
  out: usize,
): void {
  const codeBytes = words * 8
  let to = out
  for (let i = 0; i < countA; i++) {
    const rowBits = bitsA + usize(i * codeBytes)
    const rowKnown = knownA + usize(i * codeBytes)
    const direction = i32(load<u8>(directionsA + usize(i)))
    for (let j = 0; j < countB; j++) {
      const turn = (direction - i32(load<u8>(directionsB + usize(j)))) & 255
      let value: i32 = 0
      if (min(turn, 256 - turn) <= turnMax) {
        const otherBits = bitsB + usize(j * codeBytes)
        const otherKnown = knownB + usize(j * codeBytes)
        let different: i64 = 0
        let set: i64 = 0
        let known: i64 = 0
        for (let k = 0; k < codeBytes; k += 8) {
          const both = load<u64>(rowKnown + usize(k)) & load<u64>(otherKnown + usize(k))
          const a = load<u64>(rowBits + usize(k)) & both
          const b = load<u64>(otherBits + usize(k)) & both
          known += popcnt<i64>(both)
          different += popcnt<i64>(a ^ b)
          set += popcnt<i64>(a) + popcnt<i64>(b)
        }
        if (known >= knownMin && set > 0) value = i32((65535 * (set - different)) / set)
      }
      store<u16>(to, u16(value))
      to += 2
    }
  }
}
