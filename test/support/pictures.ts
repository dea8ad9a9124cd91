// Pictures — screens kept for the documentation, where whoever runs the tests asks for them:
// LOKET_PICTURES=1 writes docs/images anew.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
