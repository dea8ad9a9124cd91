// Pictures — screens kept for the documentation, where whoever runs the tests asks for them:
// LOKET_PICTURES=1 writes docs/images anew.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { programRoot } from '../../src/kit/node/program.ts'

const folder = join(programRoot, 'docs/images')
const areAsked = process.env.LOKET_PICTURES === '1'

/** As it stands on the screen, or a part of it; few colors are enough for flat screens and prints. */
export async function keepPicture(shown: Page | Locator, name: string): Promise<void> {
  if (!areAsked) return
  const png = await shown.screenshot()
  await mkdir(folder, { recursive: true })
  const small = await sharp(png).png({ palette: true, compressionLevel: 9 }).toBuffer()
  await writeFile(join(folder, `${name}.png`), small)
}

/** A gray PNG of so many pixels by its own word, whatever its data hold. */
export function hugePng(
  width: number,
  height: number,
  data: Uint8Array = deflateSync(Buffer.alloc(1_000)),
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits of gray, not interlaced.
  header[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunkOf('IHDR', header), chunkOf('IDAT', data), chunkOf('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

function chunkOf(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0)
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0
}
