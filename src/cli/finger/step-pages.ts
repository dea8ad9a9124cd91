// Step pages — the pages of docs/algorithm, by the names of the recipes' steps.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programRoot } from '#kit/node/program'

export interface StepPage {
  /** As the file's, without its ending. */
  readonly name: string
  readonly markdown: string
}

const folder = join(programRoot, 'docs/algorithm')

/** Results that another step's page tells of. */
const toldElsewhere: Readonly<Record<string, string>> = {
  'mask-trimmed': 'mask',
  reliability: 'enhance',
  template: 'to-template',
}

export function pageNameOf(step: string): string {
  return toldElsewhere[step] ?? step
}

/** Undefined where there is no page of that name: the step is then shown without words. */
export async function readStepPage(name: string): Promise<StepPage | undefined> {
  const path = join(folder, `${name}.md`)
  const markdown = await readFile(path, 'utf8').catch(() => undefined)
  return markdown === undefined ? undefined : { name, markdown }
}
