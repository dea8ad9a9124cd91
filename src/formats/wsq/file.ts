// File — the segments of a WSQ file, read up to its end and checked before anything is decoded.

import { imageSidePxMax } from '#formats/gray-image'
import { fail, ok, type Result } from '#kit/result'
import { dpiOfComment } from './comment.ts'
import type { HuffmanTable } from './huffman.ts'
import { huffmanTablesMax, restartsMax, segmentsMax, wsqBytesMax } from './limits.ts'
import {
  anyMarker,
  blockHeader,
  frameHeader,
  huffmanHead,
  marker,
  segmentHead,
  startOfImage,
} from './markers.ts'
import { type Quantization, readQuantization } from './quantization.ts'
import { blocks, codedSubbands } from './subbands.ts'
import { hasKnownFilters } from './transform-table.ts'

export type WsqIssue =
  | { readonly code: 'wsq.not-a-wsq' }
  | { readonly code: 'wsq.too-many-bytes'; readonly bytes: number; readonly bytesMax: number }
  /** The file, or a segment of it, ends before what it holds does. */
  | { readonly code: 'wsq.torn' }
  | { readonly code: 'wsq.broken' }
  | { readonly code: 'wsq.too-large'; readonly widthPx: number; readonly heightPx: number }
  /** Legal, and not done here: other filters than 9/7, or a coded last quarter. */
  | { readonly code: 'wsq.unsupported'; readonly what: 'filters' | 'subbands' }

export interface WsqFrame {
  readonly widthPx: number
  readonly heightPx: number
  /** Gray = sample × scale + shift. */
  readonly shift: number
  readonly scale: number
}

export interface WsqBlock {
  readonly table: HuffmanTable
  /** Coded data, as restart markers part them; one where there is no such marker. */
  readonly intervals: readonly Uint8Array[]
}

export interface WsqFile {
  readonly frame: WsqFrame
  readonly quantization: Quantization
  /** As many as `subbands.ts` says. */
  readonly blocks: readonly WsqBlock[]
  /** Undefined where the file states none. */
  readonly dpi: number | undefined
}

/** What has been read so far. */
interface Reading {
  frame: WsqFrame | undefined
  quantization: Quantization | undefined
  hasFilters: boolean
  readonly tables: (HuffmanTable | undefined)[]
  readonly blocks: WsqBlock[]
  dpi: number | undefined
}

const torn = { code: 'wsq.torn' } as const
const broken = { code: 'wsq.broken' } as const

export function readWsqFile(bytes: Uint8Array): Result<WsqFile, WsqIssue> {
  if (!startOfImage.read(bytes).ok) return fail({ code: 'wsq.not-a-wsq' })
  if (bytes.length > wsqBytesMax) {
    return fail({ code: 'wsq.too-many-bytes', bytes: bytes.length, bytesMax: wsqBytesMax })
  }
  const reading: Reading = {
    ...{ frame: undefined, quantization: undefined, hasFilters: false, dpi: undefined },
    ...{ tables: [], blocks: [] },
  }
  let at = startOfImage.size
  for (let count = 0; count < segmentsMax; count++) {
    const next = anyMarker.read(bytes, at)
    if (!next.ok) return fail(torn)
    if (next.value.marker === marker.endOfImage) return wholeOf(reading)
    const end = readSegment(reading, bytes, at)
    if (!end.ok) return end
    at = end.value
  }
  return fail(broken)
}

/** Into `it`; answers where the next marker stands. */
function readSegment(it: Reading, bytes: Uint8Array, at: number): Result<number, WsqIssue> {
  const head = segmentHead.read(bytes, at)
  if (!head.ok) return fail(torn)
  const contentAt = at + segmentHead.size
  const end = at + anyMarker.size + head.value.length
  if (end < contentAt) return fail(broken)
  if (end > bytes.length) return fail(torn)
  const content = bytes.subarray(contentAt, end)
  if (head.value.marker === marker.startOfBlock) return readBlock(it, content, bytes, end)
  const issue = readTable(it, head.value.marker, content)
  return issue === undefined ? ok(end) : fail(issue)
}

/** Into `it`, whatever does not hold coded data; answers what is wrong with it. */
function readTable(it: Reading, code: number, content: Uint8Array): WsqIssue | undefined {
  switch (code) {
    case marker.comment:
      it.dpi ??= dpiOfComment(content)
      return undefined
    case marker.transformTable: {
      const known = hasKnownFilters(content)
      it.hasFilters = known === true
      return known === false
        ? { code: 'wsq.unsupported', what: 'filters' }
        : known
          ? undefined
          : torn
    }
    case marker.quantizationTable:
      it.quantization = readQuantization(content)
      return it.quantization === undefined ? torn : checkQuantization(it)
    case marker.huffmanTable:
      return readTables(it, content)
    case marker.startOfFrame:
      return readFrame(it, content)
    case marker.restartInterval:
      // Restart markers are seen where they stand; how far apart need not be known.
      return undefined
    default:
      return broken
  }
}

function checkQuantization({ quantization, blocks: read }: Reading): WsqIssue | undefined {
  // What is decoded already was cut out by the bins that held then.
  if (read.length > 0) return broken
  const beyond = quantization?.bins.slice(codedSubbands) ?? []
  return beyond.some((it) => it.width !== 0)
    ? { code: 'wsq.unsupported', what: 'subbands' }
    : undefined
}

function readTables({ tables }: Reading, content: Uint8Array): WsqIssue | undefined {
  let at = 0
  for (let count = 0; count < huffmanTablesMax && at < content.length; count++) {
    const head = huffmanHead.read(content, at)
    if (!head.ok) return torn
    const { table, countOfLength } = head.value
    const end = at + huffmanHead.size + countOfLength.reduce((sum, it) => sum + it, 0)
    if (table >= huffmanTablesMax) return broken
    if (end > content.length) return torn
    tables[table] = { countOfLength, symbols: content.subarray(at + huffmanHead.size, end) }
    at = end
  }
  return at === content.length && at > 0 ? undefined : broken
}

function readFrame(it: Reading, content: Uint8Array): WsqIssue | undefined {
  const read = frameHeader.read(content)
  if (!read.ok) return torn
  const { widthPx, heightPx, shift, scale } = read.value
  if (it.frame !== undefined || widthPx === 0 || heightPx === 0) return broken
  if (widthPx > imageSidePxMax || heightPx > imageSidePxMax) {
    return { code: 'wsq.too-large', widthPx, heightPx }
  }
  it.frame = { widthPx, heightPx, shift, scale }
  return undefined
}

/** Its header is `content`; the coded data go from `from` to a marker that is no restart. */
function readBlock(
  it: Reading,
  content: Uint8Array,
  bytes: Uint8Array,
  from: number,
): Result<number, WsqIssue> {
  const header = blockHeader.read(content)
  if (!header.ok) return fail(torn)
  const table = it.tables[header.value.table]
  if (table === undefined || it.blocks.length === blocks.length) return fail(broken)
  const intervals: Uint8Array[] = []
  let start = from
  for (let at = from; at + 1 < bytes.length; at++) {
    const second = bytes[at + 1]!
    if (bytes[at] !== 0xff || second === 0) continue
    intervals.push(bytes.subarray(start, at))
    const code = 0xff00 | second
    if (code < marker.restartFirst || code > marker.restartLast) {
      it.blocks.push({ table, intervals })
      return ok(at)
    }
    if (intervals.length > restartsMax) return fail(broken)
    start = at + anyMarker.size
    at++
  }
  return fail(torn)
}

function wholeOf({ frame, quantization, hasFilters, blocks: read, dpi }: Reading) {
  if (read.length < blocks.length) return fail(torn)
  const isWhole = frame !== undefined && quantization !== undefined && hasFilters
  return isWhole ? ok({ frame, quantization, blocks: read, dpi }) : fail(broken)
}
