// Block file — a block on disk, byte for byte as it lies in memory, so that a start only reads.
//
//     8 length of the head · the head, JSON · columns · sketches, slot by slot · pieces of templates

import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { assert } from '#kit/assert'
import type { BlockDump } from './block.ts'
import { pieceBytes } from './visit-list.ts'

interface Head {
  readonly used: number
  readonly lastSeq: number
  readonly end: number
  /** Lengths of all that follows, in its order. */
  readonly columns: readonly number[]
  readonly sketches: readonly number[]
  readonly pieces: readonly number[]
}

/** One call of the system writes or reads no more than this. */
const stepBytesMax = 64 * 1024 * 1024
const headBytesMax = 1024 * 1024

/** Answers the checksum of what was written; on disk when it returns. Readable by this user alone. */
export function writeBlockFile(path: string, dump: BlockDump): number {
  const parts = [...dump.list.columns, ...dump.sketches, ...dump.list.pieces]
  const lengths = (all: readonly Uint8Array[]) => all.map((it) => it.length)
  const head: Head = {
    used: dump.used,
    lastSeq: dump.lastSeq,
    end: dump.list.end,
    columns: lengths(dump.list.columns),
    sketches: lengths(dump.sketches),
    pieces: lengths(dump.list.pieces),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const length = new Uint8Array(8)
  new DataView(length.buffer).setUint32(0, text.length, true)
  const file = openSync(path, 'w', 0o600)
  try {
    let sum = 0
    for (const part of [length, text, ...parts]) {
      sum = crc32(part, sum)
      step(part, (piece) => writeSync(file, piece))
    }
    fsyncSync(file)
    return sum
  } finally {
    closeSync(file)
  }
}

/**
 * Undefined where the file is not what was written: the gallery is then built anew from the database.
 * `memory` gives the room for the sketches of so many visits, which are read straight into it.
 */
export function readBlockFile(
  path: string,
  checksum: number,
  memory: (used: number) => readonly Uint8Array[],
): BlockDump | undefined {
  let file: number | undefined
  try {
    const from = openSync(path, 'r')
    file = from
    let sum = 0
    const read = (part: Uint8Array) => {
      step(part, (piece) => readSync(from, piece, 0, piece.length, null))
      sum = crc32(part, sum)
      return part
    }
    const length = new DataView(read(new Uint8Array(8)).buffer).getUint32(0, true)
    if (length > headBytesMax) return undefined
    const text = read(new Uint8Array(length))
    const head = JSON.parse(new TextDecoder().decode(text)) as Head
    const columns = head.columns.map((it) => read(new Uint8Array(it)))
    const sketches = memory(head.used)
    for (const it of sketches) read(it)
    const pieces = head.pieces.map((it) => {
      assert(it === pieceBytes, 'pieces of one size')
      return read(new Uint8Array(it))
    })
    if (sum !== checksum) return undefined
    const { used, lastSeq, end } = head
    return { used, lastSeq, list: { columns, pieces, end }, sketches }
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function step(part: Uint8Array, act: (piece: Uint8Array) => number): void {
  for (let at = 0; at < part.length; ) {
    const done = act(part.subarray(at, at + stepBytesMax))
    assert(done > 0, 'a file that is as long as it says')
    at += done
  }
}
