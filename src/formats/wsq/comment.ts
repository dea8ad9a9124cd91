// Comment — NIST_COM, the lines of a WSQ file that say its resolution. NBIS user's guide.

import { type GrayImage, imageDpiMax, imageDpiMin } from '#formats/gray-image'
import { commentLinesMax } from './limits.ts'

const heading = 'NIST_COM'

/** A line for the number of lines, and one for each name and its value. */
export function writeComment(image: GrayImage, bitsPerPixel: number): Uint8Array {
  const lines = [
    `PIX_WIDTH ${image.width}`,
    `PIX_HEIGHT ${image.height}`,
    'PIX_DEPTH 8',
    `PPI ${image.dpi}`,
    'LOSSY 1',
    'COLORSPACE GRAY',
    'COMPRESSION WSQ',
    `WSQ_BITRATE ${bitsPerPixel.toFixed(6)}`,
  ]
  return new TextEncoder().encode([`${heading} ${lines.length + 1}`, ...lines].join('\n'))
}

/** Undefined where the comment is another, or states no resolution that a scanner could have. */
export function dpiOfComment(content: Uint8Array): number | undefined {
  const text = Array.from(content.subarray(0, 64 * commentLinesMax), (it) =>
    String.fromCharCode(it),
  ).join('')
  const lines = text.split('\n', commentLinesMax)
  if (lines[0]?.startsWith(heading) !== true) return undefined
  const stated = lines.find((it) => /^PPI\s/.test(it))
  const dpi = Number(stated?.slice('PPI'.length).trim())
  return Number.isInteger(dpi) && dpi >= imageDpiMin && dpi <= imageDpiMax ? dpi : undefined
}
