// Extract — a picture's minutiae, on the screen or as a template file.

import { writeFile } from 'node:fs/promises'
import { writeTemplate } from '#finger'
import { parseAsked } from './asked.ts'
import { getTemplate, toStdout } from './read-print.ts'
import { wrongUsage } from './usage.ts'

export async function runExtract(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: 1 })
  if (typeof asked === 'string') return wrongUsage(asked)
  const template = await getTemplate(asked.paths[0]!, asked)
  const bytes = writeTemplate(template)
  if (asked.out !== undefined) await writeFile(asked.out, bytes)
  const { width, height, minutiae } = template
  if (asked.json) {
    toStdout(JSON.stringify({ width, height, templateBytes: bytes.length, minutiae }))
    return 0
  }
  toStdout(`${minutiae.length} minutiae, ${width} × ${height} px at 500 dpi, ${bytes.length} bytes`)
  for (const it of minutiae) {
    toStdout(`${it.kind.padEnd(11)} ${it.x} ${it.y} ${it.direction} ${it.quality}`)
  }
  return 0
}
