// Quality — each picture's quality and what is wrong with it.

import { assessQuality, extractTemplate, qualityAccepted } from '#finger'
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
    const template = extractTemplate(picture.value)
    const quality = assessQuality(picture.value, template.ok ? template.value : undefined)
    rows.push({ file, ...quality, accepted: quality.score >= qualityAccepted })
  }
  if (asked.json) toStdout(JSON.stringify({ qualityAccepted, pictures: rows }))
  else {
    for (const { file, score, problems } of rows) {
      toStdout(`${file} ${score} ${problems.join(' ')}`.trimEnd())
    }
  }
  return 0
}
