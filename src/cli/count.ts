// Count — numbers that somebody typed behind options.

import { parseArgs } from 'node:util'

export interface Count {
  /** Where nothing was typed. */
  readonly usual: number
  /** 1 where not given. */
  readonly least?: number
  readonly most: number
}

export type Counts<Name extends string> = Readonly<Record<Name, number>> & {
  readonly json: boolean
}

/** What is wrong with it; undefined where it is a whole number within the bounds. */
export function faultOf(name: string, it: number, { least = 1, most }: Count): string | undefined {
  if (Number.isInteger(it) && it >= least && it <= most) return undefined
  return `--${name} is a number ${least > 1 ? `from ${least} ` : ''}up to ${most}`
}

/** A command whose options are counts, and `--json`; answers what is wrong where it is none. */
export function parseCounts<Name extends string>(
  args: readonly string[],
  counts: Readonly<Record<Name, Count>>,
): Counts<Name> | string {
  const asked = Object.entries<Count>(counts)
  const options = Object.fromEntries(asked.map(([name]) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' } },
    })
    const typed: Record<string, string | boolean | undefined> = values
    const read = asked.map(([name, it]) => [name, Number(typed[name] ?? it.usual)] as const)
    const fault = read.flatMap(([name, it]) => faultOf(name, it, counts[name as Name]) ?? [])[0]
    const numbers = Object.fromEntries(read) as Record<Name, number>
    return fault ?? { ...numbers, json: values.json === true }
  } catch (error) {
    return (error as Error).message
  }
}
