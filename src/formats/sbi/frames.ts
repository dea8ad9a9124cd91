// Frames — a live preview as M-JPEG: JPEG pictures one after another in a multipart body.
//
//     --loket-frame            each part says its length, so that no picture has to be searched
//     Content-Type: image/jpeg for the boundary
//     Content-Length: 12345

import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { frameBytesMax, framesHeadBytesMax } from './limits.ts'

const boundary = 'loket-frame'

export const framesContentType = `multipart/x-mixed-replace; boundary=${boundary}`

/** `quality` is the device's present guess of the slap's score; extra headers do no harm. */
export function writeFrame(jpeg: Uint8Array, quality: number): Uint8Array {
  const head = [
    `--${boundary}`,
    'Content-Type: image/jpeg',
    `Content-Length: ${jpeg.length}`,
    `X-Quality-Score: ${Math.round(quality)}`,
  ]
  const latin1 = (text: string) => Uint8Array.from(text, (it) => it.charCodeAt(0))
  return concat(latin1(`${head.join('\r\n')}\r\n\r\n`), jpeg, latin1('\r\n'))
}

export interface Frame {
  readonly jpeg: Uint8Array
  /** Undefined where the device does not say. */
  readonly quality: number | undefined
}

export type FramesIssue = { readonly code: 'sbi.stream' }

export interface FrameReader {
  /** All frames completed by these bytes; after an issue nothing more can be read. */
  read(bytes: Uint8Array): Result<readonly Frame[], FramesIssue>
}

/** Reads parts with a Content-Length, whatever the boundary; holds one part at the most. */
export function frameReader(): FrameReader {
  let held = new Uint8Array(0)
  return {
    read(bytes) {
      held = Uint8Array.from(concat(held, bytes))
      const frames: Frame[] = []
      while (held.length > 0) {
        const head = findHead(held)
        if (head === 'broken') return fail({ code: 'sbi.stream' })
        if (head === 'not-yet' || held.length < head.end + head.length) return ok(frames)
        frames.push({
          jpeg: held.slice(head.end, head.end + head.length),
          quality: head.quality,
        })
        held = held.slice(head.end + head.length)
      }
      return ok(frames)
    },
  }
}

interface PartHead {
  /** Where the picture begins. */
  readonly end: number
  readonly length: number
  readonly quality: number | undefined
}

function findHead(bytes: Uint8Array): PartHead | 'not-yet' | 'broken' {
  const text = String.fromCharCode(...bytes.subarray(0, framesHeadBytesMax))
  // Between two parts stands an empty line, which is not the end of a head.
  const begin = /^(\r\n)*/.exec(text)?.[0].length ?? 0
  const blank = text.indexOf('\r\n\r\n', begin)
  if (blank === -1) return text.length < framesHeadBytesMax ? 'not-yet' : 'broken'
  const head = text.slice(begin, blank)
  const length = Number(/^content-length: *(\d{1,9})$/im.exec(head)?.[1] ?? Number.NaN)
  if (!head.startsWith('--') || !(length <= frameBytesMax)) return 'broken'
  const quality = /^x-quality-score: *(\d{1,3})$/im.exec(head)?.[1]
  return { end: blank + 4, length, quality: quality === undefined ? undefined : Number(quality) }
}
