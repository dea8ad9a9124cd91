// Visit list — whose sketches lie where: number, case, person and templates of each visit.

import type { CaseId } from '#enrollment/events'
import { type FingerPosition, fingerPositions } from '#enrollment/fingers'
import { assert } from '#kit/assert'
import { bytesOfHex, hexOf } from '#kit/bytes'
import type { StoredFingers } from './gallery.ts'

export interface Visit {
  readonly seq: number
  readonly caseId: CaseId
  readonly personId: CaseId
}

/** Bytes of a case id as they lie here. */
const idBytes = 16
/** Templates are gathered in pieces of this size; a piece is never moved. */
export const pieceBytes = 4 * 1024 * 1024
const headBytes = 3

export interface VisitList {
  put(slot: number, visit: Visit, fingers: StoredFingers): void
  /** Leaves a gap; the room of its templates is free again when the list is next loaded. */
  clear(slot: number): void
  /** Undefined where there is a gap. */
  at(slot: number): Visit | undefined
  seqAt(slot: number): number
  templatesAt(slot: number): StoredFingers
  /** A bit for each position of which there is a template, the right thumb's the lowest. */
  positionsAt(slot: number): number
  /** What the first so many slots take, templates included. */
  bytesOf(used: number): number
  /** Of the first so many slots; views of the memory itself. */
  dump(used: number): VisitListDump
  load(dump: VisitListDump): void
}

export interface VisitListDump {
  /** Numbers, ids, places and positions, in this order. */
  readonly columns: readonly Uint8Array[]
  readonly pieces: readonly Uint8Array[]
  readonly end: number
}

export function createVisitList(capacity: number): VisitList {
  const seqs = new Float64Array(capacity)
  const ids = new Uint8Array(2 * idBytes * capacity)
  const places = new Float64Array(capacity)
  const positions = new Uint16Array(capacity)
  const pieces: Uint8Array[] = []
  let end = 0

  /** Room for so many bytes in one piece. */
  const room = (length: number) => {
    assert(length <= pieceBytes, 'ten templates are small')
    const left = pieces.length * pieceBytes - end
    if (left < length) {
      end = pieces.length * pieceBytes
      pieces.push(new Uint8Array(pieceBytes))
    }
    const place = end
    end += length
    return place
  }
  const pieceAt = (place: number) => {
    const piece = pieces[Math.floor(place / pieceBytes)]!
    return { piece, offset: place % pieceBytes }
  }
  const idAt = (slot: number, which: 0 | 1) => {
    const start = (2 * slot + which) * idBytes
    return caseIdOf(ids.subarray(start, start + idBytes))
  }

  const columnsOf = (used: number) => [
    new Uint8Array(seqs.buffer, 0, used * 8),
    ids.subarray(0, used * 2 * idBytes),
    new Uint8Array(places.buffer, 0, used * 8),
    new Uint8Array(positions.buffer, 0, used * 2),
  ]

  return {
    put(slot, { seq, caseId, personId }, fingers) {
      seqs[slot] = seq
      ids.set(bytesOfCaseId(caseId), 2 * slot * idBytes)
      ids.set(bytesOfCaseId(personId), (2 * slot + 1) * idBytes)
      const length = [...fingers.values()].reduce((sum, it) => sum + headBytes + it.length, 1)
      const place = room(length)
      places[slot] = place
      positions[slot] = [...fingers.keys()].reduce((bits, it) => bits | (1 << (it - 1)), 0)
      const { piece, offset } = pieceAt(place)
      let at = offset
      piece[at++] = fingers.size
      for (const [position, bytes] of fingers) {
        piece[at++] = position
        piece[at++] = bytes.length & 255
        piece[at++] = bytes.length >> 8
        piece.set(bytes, at)
        at += bytes.length
      }
    },
    clear(slot) {
      seqs[slot] = 0
      positions[slot] = 0
    },
    at(slot) {
      const seq = seqs[slot]!
      if (seq === 0) return undefined
      return { seq, caseId: idAt(slot, 0), personId: idAt(slot, 1) }
    },
    seqAt: (slot) => seqs[slot]!,
    templatesAt(slot) {
      const { piece, offset } = pieceAt(places[slot]!)
      const fingers = new Map<FingerPosition, Uint8Array>()
      let at = offset
      for (let left = piece[at++]!; left > 0; left--) {
        const position = fingerPositions[piece[at]! - 1]
        assert(position !== undefined, 'a position that was put here')
        const length = piece[at + 1]! + 256 * piece[at + 2]!
        at += headBytes
        fingers.set(position, piece.subarray(at, at + length))
        at += length
      }
      return fingers
    },
    positionsAt: (slot) => positions[slot]!,
    bytesOf: (used) => columnsOf(used).reduce((sum, it) => sum + it.length, end),
    dump: (used) => ({ columns: columnsOf(used), pieces, end }),
    load(dump) {
      const used = dump.columns[0]!.length / 8
      for (const [i, column] of columnsOf(used).entries()) column.set(dump.columns[i]!)
      pieces.push(...dump.pieces)
      end = dump.end
    },
  }
}

function bytesOfCaseId(caseId: CaseId): Uint8Array {
  const bytes = bytesOfHex(caseId.replaceAll('-', ''))
  assert(bytes?.length === idBytes, 'a case id is a UUID')
  return bytes
}

function caseIdOf(bytes: Uint8Array): CaseId {
  const hex = hexOf(bytes)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return [...parts, hex.slice(20)].join('-') as CaseId
}
