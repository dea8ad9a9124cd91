// Asked — the words of a finger command, read and checked alike for all of them.

import { parseArgs } from 'node:util'
import { imageDpiMax, imageDpiMin } from '#formats/gray-image'

export interface Asked {
  readonly paths: readonly string[]
  readonly json: boolean
  readonly persons: boolean
  readonly out: string | undefined
  /** Undefined: each file says its own resolution. */
  readonly dpi: number | undefined
}

/** What was asked, or one sentence that says why it cannot be understood. */
export function parseAsked(
  args: readonly string[],
  wanted: { readonly pathsMin: number; readonly pathsMax: number },
): Asked | string {
  let parsed: ReturnType<typeof parseWords>
  try {
    parsed = parseWords(args)
  } catch (error) {
    return (error as Error).message
  }
  const { values, positionals: paths } = parsed
  if (paths.length < wanted.pathsMin) return 'too few names of files or folders'
  if (paths.length > wanted.pathsMax) return `${paths[wanted.pathsMax]} is one name too many`
  const dpi = values.dpi === undefined ? undefined : Number(values.dpi)
  if (dpi !== undefined && !(dpi >= imageDpiMin && dpi <= imageDpiMax)) {
    return `--dpi must be a number from ${imageDpiMin} to ${imageDpiMax}`
  }
  const { json = false, persons = false, out } = values
  return { paths, json, persons, out, dpi }
}

function parseWords(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      persons: { type: 'boolean' },
      out: { type: 'string', short: 'o' },
      dpi: { type: 'string' },
    },
  })
}
