// Upload — a packet arriving piece by piece over a line that drops; what arrived is kept.
//
// The piece so far is a file, and its length is the offset: whatever reached the disk before a cut
// is never sent again. When the last byte is there, the digest decides whether it was the packet.

import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '#kit/node/files'
import { fail, ok, type Result } from '#kit/result'

export type AppendIssue =
  | { readonly code: 'upload.offset-differs'; readonly offset: number }
  | { readonly code: 'upload.longer-than-announced'; readonly bytes: number }
  | { readonly code: 'upload.busy' }
  | { readonly code: 'upload.cut' }

export interface Uploads {
  offsetOf(digest: string): Promise<number>
  /** Appends a body; one writer at a time. A cut body keeps what came of it. */
  append(
    digest: string,
    piece: { readonly offset: number; readonly byteCount: number },
    body: AsyncIterable<Uint8Array>,
  ): Promise<Result<number, AppendIssue>>
  /** The whole packet, if its digest is the announced one; undefined if it is not. */
  readWhole(digest: string): Promise<Buffer | undefined>
  discard(digest: string): Promise<void>
}

export async function openUploads(folder: string): Promise<Uploads> {
  await mkdir(folder, { recursive: true })
  const writing = new Set<string>()
  const pathOf = (digest: string) => join(folder, `${digest}.part`)

  async function offsetOf(digest: string): Promise<number> {
    try {
      return (await stat(pathOf(digest))).size
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 0
      throw error
    }
  }

  return {
    offsetOf,
    async append(digest, piece, body) {
      if (writing.has(digest)) return fail({ code: 'upload.busy' })
      writing.add(digest)
      try {
        const offset = await offsetOf(digest)
        if (piece.offset !== offset) return fail({ code: 'upload.offset-differs', offset })
        return await appendBody(pathOf(digest), piece, body)
      } finally {
        writing.delete(digest)
      }
    },
    async readWhole(digest) {
      const bytes = await readFile(pathOf(digest))
      return createHash('sha256').update(bytes).digest('hex') === digest ? bytes : undefined
    },
    discard: (digest) => rm(pathOf(digest), { force: true }),
  }
}

async function appendBody(
  path: string,
  piece: { readonly offset: number; readonly byteCount: number },
  body: AsyncIterable<Uint8Array>,
): Promise<Result<number, AppendIssue>> {
  const file = await open(path, 'a')
  let length = piece.offset
  try {
    for await (const part of body) {
      if (length + part.length > piece.byteCount) {
        return fail({ code: 'upload.longer-than-announced', bytes: piece.byteCount })
      }
      await file.writeFile(part)
      length += part.length
    }
    return ok(length)
  } catch (error) {
    // The line dropped in the middle of the body: the office asks for the offset and goes on.
    if (isCut(error)) return fail({ code: 'upload.cut' })
    throw error
  } finally {
    await file.sync()
    await file.close()
  }
}

function isCut(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR'
}
