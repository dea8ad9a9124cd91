// Runbook — the commands of the runbook, section by section, and what they are said to print.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programRoot } from '../../src/kit/node/program.ts'

export interface RunbookSection {
  readonly title: string
  readonly blocks: readonly RunbookBlock[]
}

export interface RunbookBlock {
  readonly commands: string
  /** Lines of which each stands somewhere in what is printed, whatever its numbers are. */
  readonly prints: readonly string[]
}

/** What stands before the first heading belongs to the section ''. */
export function readRunbook(): readonly RunbookSection[] {
  const text = readFileSync(join(programRoot, 'docs/runbook.md'), 'utf8')
  const [before = '', ...rest] = text.split(/^## /m)
  return [`\n${before}`, ...rest].map((part) => {
    const [title = ''] = part.split('\n')
    return { title, blocks: blocksIn(part) }
  })
}

function blocksIn(part: string): readonly RunbookBlock[] {
  const blocks: { commands: string; prints: readonly string[] }[] = []
  for (const [, language, body = ''] of part.matchAll(/^```(\w*)\n(.*?)^```$/gms)) {
    if (language === 'sh') blocks.push({ commands: body, prints: [] })
    const last = blocks.at(-1)
    if (language === 'text' && last !== undefined) last.prints = body.trim().split('\n')
  }
  return blocks
}

/** Those of the lines that were not printed; numbers may be others. */
export function notPrinted({ prints }: RunbookBlock, printed: string): readonly string[] {
  const numberless = (text: string) => text.replace(/\d+/g, '0')
  return prints.filter((line) => !numberless(printed).includes(numberless(line.trim())))
}
