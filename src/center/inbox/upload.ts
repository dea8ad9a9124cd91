// Upload — a packet arriving piece by piece over a line that drops; what arrived is kept.
//
// The piece so far is a file, and its length is the offset: whatever reached the disk before a cut
// is never sent again. When the last byte is there, the digest decides whether it was the packet.
//
// A whole packet stays a file until its first step has laid it into the database: it is acknowledged
// from here, so what is written is on the disk, under its name, before anybody is told (ADR 18).
//
// An office that calls again right after a cut may be faster than the rest of what it sent before:
// whoever asks how much is here first waits until nobody is writing.

import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { assert } from '#kit/assert'
import { codeOf, createDurably, findText, syncFolder } from '#kit/node/files'
import { fail, ok, type Result } from '#kit/result'
import { pieceStallMsMax, writerWaitMsMax } from '../limits.ts'
import { gatheringTo } from './gathering.ts'
import { readWhole } from './read-whole.ts'
import { createRush } from './rush.ts'

export type AppendIssue =
  | { readonly code: 'upload.offset-differs'; readonly offset: number }
  | { readonly code: 'upload.longer-than-announced'; readonly bytes: number }
  | { readonly code: 'upload.cut' }

export type BusyIssue = { readonly code: 'upload.busy' }

/** What comes over the line; a stream can be ended from here when it stalls. */
export interface Body extends AsyncIterable<Uint8Array> {
  destroy?(error: Error): unknown
}

export interface Uploads {
  /** Which folder this is: another process over the same database has another. */
  readonly folderId: string
  /** Answers whether nobody works on this packet any more; waits a moment for who still does. */
  untilIdle(digest: string): Promise<boolean>
  /** Does the work on this packet unless somebody is at it already. */
  alone<Value>(digest: string, work: () => Promise<Value>): Promise<Result<Value, BusyIssue>>
  offsetOf(digest: string): Promise<number>
  /** Appends a body, `alone`. A cut body keeps what came of it. */
  append(
    digest: string,
    piece: { readonly offset: number; readonly byteCount: number },
    body: Body,
  ): Promise<Result<number, AppendIssue>>
  /** The whole packet, if its digest is the announced one; undefined if it is not. */
  readWhole(digest: string): Promise<Buffer | undefined>
  /** The file of a packet. */
  pathOf(digest: string): string
  discard(digest: string): Promise<void>
  /** The packets of which something lies here. */
  list(): Promise<readonly string[]>
  /** Waits while very much comes at once, for a moment: work that can wait gives way to it. */
  untilCalm(): Promise<void>
}

const suffix = '.part'

export async function openUploads(
  folder: string,
  stallMsMax: number = pieceStallMsMax,
): Promise<Uploads> {
  await mkdir(folder, { recursive: true })
  const folderId = await provideId(`${folder}.id`)
  const running = new Map<string, Promise<unknown>>()
  const named = new Set<string>()
  const rush = createRush()
  const pathOf = (digest: string) => join(folder, `${digest}${suffix}`)

  async function offsetOf(digest: string): Promise<number> {
    try {
      return (await stat(pathOf(digest))).size
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 0
      throw error
    }
  }

  return {
    folderId,
    untilCalm: rush.over,
    async untilIdle(digest) {
      const settled = running.get(digest)?.catch(() => {})
      if (settled === undefined) return true
      const enough = new AbortController()
      const waited = delay(writerWaitMsMax, undefined, enough).catch(() => {})
      await Promise.race([settled, waited])
      enough.abort()
      return !running.has(digest)
    },
    async alone(digest, work) {
      if (running.has(digest)) return fail({ code: 'upload.busy' })
      const run = work().finally(() => running.delete(digest))
      running.set(digest, run)
      return ok(await run)
    },
    offsetOf,
    async append(digest, piece, body) {
      const offset = await offsetOf(digest)
      if (piece.offset !== offset) return fail({ code: 'upload.offset-differs', offset })
      const parts = counted(endingWhenStalled(body, stallMsMax), rush.carried)
      const appended = await appendBody(pathOf(digest), piece, parts)
      // What the office is told lies here is also named in the folder after a power cut.
      if (!named.has(digest)) await syncFolder(folder)
      named.add(digest)
      return appended
    },
    readWhole: (digest) => readWhole(pathOf(digest), digest),
    pathOf,
    discard(digest) {
      named.delete(digest)
      return rm(pathOf(digest), { force: true })
    },
    async list() {
      const names = await readdir(folder)
      return names.filter((it) => it.endsWith(suffix)).map((it) => it.slice(0, -suffix.length))
    },
  }
}

async function provideId(path: string): Promise<string> {
  await createDurably(path, randomUUID())
  const id = await findText(path)
  assert(id !== undefined, 'the id was made, now or earlier')
  return id
}

async function* counted(
  body: AsyncIterable<Uint8Array>,
  count: (byteCount: number) => void,
): AsyncIterable<Uint8Array> {
  for await (const part of body) {
    count(part.length)
    yield part
  }
}

async function appendBody(
  path: string,
  piece: { readonly offset: number; readonly byteCount: number },
  body: AsyncIterable<Uint8Array>,
): Promise<Result<number, AppendIssue>> {
  const file = await open(path, 'a')
  const gathering = gatheringTo(file)
  let length = piece.offset
  try {
    for await (const part of body) {
      if (length + part.length > piece.byteCount) {
        return fail({ code: 'upload.longer-than-announced', bytes: piece.byteCount })
      }
      await gathering.write(part)
      length += part.length
    }
    return ok(length)
  } catch (error) {
    // The line dropped in the middle of the body: the office asks for the offset and goes on.
    if (isCut(error)) return fail({ code: 'upload.cut' })
    throw error
  } finally {
    await gathering.end().finally(() => closeSynced(file))
  }
}

async function closeSynced(file: FileHandle): Promise<void> {
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A line may die without a word: then nobody would ever be told, and the packet stay busy. */
async function* endingWhenStalled(body: Body, stallMsMax: number): AsyncIterable<Uint8Array> {
  const stalled = Object.assign(new Error('the line brings nothing'), { code: 'ETIMEDOUT' })
  const timer = setTimeout(() => body.destroy?.(stalled), stallMsMax)
  try {
    for await (const part of body) {
      timer.refresh()
      yield part
    }
  } finally {
    clearTimeout(timer)
  }
}

const cuts = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'ETIMEDOUT']

function isCut(error: unknown): boolean {
  return cuts.includes(codeOf(error) ?? '')
}
