// Quality — each picture's quality and what is wrong with it.

import { examineFinger } from '#finger'
import { trouble } from '#kit/node/trouble'
import { parseAsked } from './asked.ts'
import { readPicture, toStdout } from './read-print.ts'
import { wrongUsage } from './usage.ts'

const picturesMax = 20_000

export async function runQuality(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: picturesMax })
  if (typeof asked === 'string') return wrongUsage(asked)
  const rows = []
  for (const file of asked.paths) {
    const picture = await readPicture(file, asked)
    if (!picture.ok) {
      throw trouble('print.picture', `${file} is no picture that can be read`, picture.issue)
    }
    const { score, problems } = examineFinger(picture.value).quality
    rows.push({ file, quality: score, problems })
  }
  if (asked.json) toStdout(JSON.stringify(rows))
  else {
    for (const { file, quality, problems } of rows) {
      toStdout(`${file} ${quality} ${problems.join(' ')}`.trimEnd())
    }
  }
  return 0
}
