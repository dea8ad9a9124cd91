// Match — the score of two pictures or templates.

import { pairedMinutiae } from '#finger'
import { parseAsked } from './asked.ts'
import { getTemplate, toStdout } from './read-print.ts'
import { wrongUsage } from './usage.ts'

export async function runMatch(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 2, pathsMax: 2 })
  if (typeof asked === 'string') return wrongUsage(asked)
  const a = await getTemplate(asked.paths[0]!, asked)
  const b = await getTemplate(asked.paths[1]!, asked)
  const { score, pairs } = pairedMinutiae(a, b)
  toStdout(asked.json ? JSON.stringify({ score, pairs: pairs.length }) : score.toFixed(4))
  return 0
}
