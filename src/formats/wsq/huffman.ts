// Huffman — codes of at most sixteen bits, none of them all ones. IAFIS-IC-0110 (V3.1), annex C.

import { assert } from '#kit/assert'

export interface HuffmanTable {
  /** How many codes there are of 1 … 16 bits. */
  readonly countOfLength: Uint8Array
  /** Shortest codes first. */
  readonly symbols: Uint8Array
}

export const codeBitsMax = 16

/** What the next sixteen bits begin with: its length in the low five bits, its symbol above. */
export type Lookup = Uint16Array

const lengthBits = 5

/** Undefined where there are more codes of a length than there can be. Nought stands for no code. */
export function lookupOf({ countOfLength, symbols }: HuffmanTable): Lookup | undefined {
  const lookup = new Uint16Array(1 << codeBitsMax)
  let end = 0
  let next = 0
  for (let length = 1; length <= codeBitsMax; length++) {
    const span = 1 << (codeBitsMax - length)
    for (let i = 0; i < countOfLength[length - 1]!; i++) {
      if (end + span > lookup.length) return undefined
      lookup.fill((symbols[next++]! << lengthBits) | length, end, end + span)
      end += span
    }
  }
  return lookup
}

/** Of an entry of a lookup. */
export const symbolOf = (entry: number) => entry >> lengthBits
export const lengthOf = (entry: number) => entry & ((1 << lengthBits) - 1)

export interface Code {
  readonly bits: number
  readonly length: number
}

/** By symbol; undefined for those without a code. */
export function codesOf({ countOfLength, symbols }: HuffmanTable): readonly (Code | undefined)[] {
  const codes: (Code | undefined)[] = Array.from({ length: 256 }, () => undefined)
  let bits = 0
  let next = 0
  for (let length = 1; length <= codeBitsMax; length++) {
    for (let i = 0; i < countOfLength[length - 1]!; i++) {
      codes[symbols[next++]!] = { bits: bits++, length }
    }
    bits <<= 1
  }
  return codes
}

interface Coin {
  readonly weight: number
  readonly symbols: readonly number[]
}

/** Not a symbol: it takes the code of all ones out of use. */
const reserved = 256

/** The shortest coding of symbols that occur so often (Larmore and Hirschberg, 1990). */
export function huffmanTableFor(counts: ArrayLike<number>): HuffmanTable {
  const coins: Coin[] = [{ weight: 0, symbols: [reserved] }]
  for (let symbol = 0; symbol < counts.length; symbol++) {
    if (counts[symbol]! > 0) coins.push({ weight: counts[symbol]!, symbols: [symbol] })
  }
  assert(coins.length > 1, 'there is something to code')
  const lengths = lengthsOf(coins)
  const coded = [...lengths.keys()].filter((it) => it !== reserved).sort((a, b) => a - b)
  const countOfLength = new Uint8Array(codeBitsMax)
  const symbols: number[] = []
  for (let length = 1; length <= codeBitsMax; length++) {
    const ofLength = coded.filter((it) => lengths.get(it) === length)
    countOfLength[length - 1] = ofLength.length
    symbols.push(...ofLength)
  }
  return { countOfLength, symbols: Uint8Array.from(symbols) }
}

/** A code is as long as the number of times its symbol is among the cheapest 2n − 2 packages. */
function lengthsOf(coins: readonly Coin[]): ReadonlyMap<number, number> {
  const byWeight = (a: Coin, b: Coin) => a.weight - b.weight
  const sorted = coins.toSorted(byWeight)
  let packages: readonly Coin[] = sorted
  for (let bits = 1; bits < codeBitsMax; bits++) {
    const pairs: Coin[] = []
    for (let i = 0; i + 1 < packages.length; i += 2) {
      const [a, b] = [packages[i]!, packages[i + 1]!]
      pairs.push({ weight: a.weight + b.weight, symbols: [...a.symbols, ...b.symbols] })
    }
    packages = [...sorted, ...pairs].sort(byWeight)
  }
  const lengths = new Map<number, number>()
  for (const { symbols } of packages.slice(0, 2 * (coins.length - 1))) {
    for (const it of symbols) lengths.set(it, (lengths.get(it) ?? 0) + 1)
  }
  return lengths
}
