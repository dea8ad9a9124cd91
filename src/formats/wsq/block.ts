// Block — the coefficients of some subbands, Huffman coded, between two markers.

import { fail, ok, type Result } from '#kit/result'
import { bitWriter, sixteenBits, unstuffed } from './bits.ts'
import {
  codesOf,
  type HuffmanTable,
  huffmanTableFor,
  type Lookup,
  lengthOf,
  symbolOf,
} from './huffman.ts'
import { coefficientZero, emitSymbols, escapes, runMax } from './symbols.ts'

export type BlockIssue = { readonly code: 'wsq.torn' } | { readonly code: 'wsq.broken' }

/** The table that codes these blocks shortest. */
export function tableFor(blocks: readonly Int32Array[]): HuffmanTable {
  const counts = new Uint32Array(256)
  const count = (symbol: number) => {
    counts[symbol]!++
  }
  for (const block of blocks) emitSymbols(block, count)
  // A table without any code is legal, and unheard of.
  if (counts.every((it) => it === 0)) counts[1] = 1
  return huffmanTableFor(counts)
}

/** The table must have been made for this block. */
export function encodeBlock(coefficients: Int32Array, table: HuffmanTable): Uint8Array {
  const codes = codesOf(table)
  const writer = bitWriter()
  emitSymbols(coefficients, (symbol, extra, extraBits) => {
    const code = codes[symbol]!
    writer.put(code.bits, code.length)
    if (extraBits > 0) writer.put(extra, extraBits)
  })
  return writer.finish()
}

/** Decodes `intervals`, which restart markers part, until `count` coefficients are there. */
export function decodeBlock(
  intervals: readonly Uint8Array[],
  lookup: Lookup,
  count: number,
): Result<Int32Array, BlockIssue> {
  const coefficients = new Int32Array(count)
  let done = 0
  for (const interval of intervals) {
    const decoded = decodeInterval(interval, lookup, coefficients, done)
    if (decoded === undefined) return fail({ code: 'wsq.broken' })
    done = decoded
  }
  return done === count ? ok(coefficients) : fail({ code: 'wsq.torn' })
}

/**
 * Answers how many coefficients are there now, `done` of them from before. Each round takes a bit
 * at least. Undefined where the bits are no code, or say more than there is room for.
 */
function decodeInterval(
  interval: Uint8Array,
  lookup: Lookup,
  out: Int32Array,
  done: number,
): number | undefined {
  const { bytes, bits } = unstuffed(interval)
  let bit = 0
  let next = done
  while (next < out.length && bit < bits) {
    const entry = lookup[sixteenBits(bytes, bit)]!
    const symbol = symbolOf(entry)
    const length = lengthOf(entry)
    // The ones that fill up the last byte are no code, and none is as short.
    if (length === 0 || bit + length > bits) return bits - bit < 8 ? next : undefined
    bit += length
    if (symbol > escapes.run16) {
      out[next++] = symbol - coefficientZero
      continue
    }
    if (symbol <= runMax) {
      next += symbol
      continue
    }
    const isShort =
      symbol === escapes.positive8 || symbol === escapes.negative8 || symbol === escapes.run8
    const extraBits = isShort ? 8 : 16
    if (bit + extraBits > bits) return next
    const extra = sixteenBits(bytes, bit) >> (16 - extraBits)
    bit += extraBits
    if (symbol === escapes.run8 || symbol === escapes.run16) next += extra
    else if (symbol === escapes.positive8 || symbol === escapes.positive16) out[next++] = extra
    else out[next++] = -extra
  }
  return next > out.length ? undefined : next
}
