// Seeded — chance as an argument: the same seed gives the same numbers on every machine.
//
// The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded through a 32-bit mix of the text.

export interface Seeded {
  /** A number in [0, 1). */
  unit(): number
  /** A whole number in [0, below). */
  below(below: number): number
  /** A number of the normal distribution with mean 0 and deviation 1. */
  normal(): number
  pick<Value>(values: readonly Value[]): Value
  /** An independent generator, the same for the same name. */
  fork(name: string): Seeded
}

export function seeded(seed: string): Seeded {
  const next = sfc32(seed)
  const unit = () => next() / 2 ** 32
  return {
    unit,
    below: (below) => Math.floor(unit() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: (values) => values[Math.floor(unit() * values.length)] as (typeof values)[number],
    fork: (name) => seeded(`${seed}/${name}`),
  }
}

function sfc32(seed: string): () => number {
  let [a, b, c] = hash(seed)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 16; round++) next()
  return next
}

/** Three words of FNV-1a with different offsets, each finished by the murmur3 mixer. */
function hash(text: string): [number, number, number] {
  const word = (offset: number) => {
    let h = offset
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    return (h ^ (h >>> 16)) | 0
  }
  return [word(0x811c9dc5), word(0x9dc5811c), word(0x1b873593)]
}
