// Recall asked — what the command line of a recall test says.

import { parseArgs } from 'node:util'
import { faultOf } from '../count.ts'
import { setOf } from './real-people.ts'

const counts = {
  persons: { usual: 10_000, most: 2_000_000 },
  donors: { usual: 300, most: 5_000 },
} as const
const foldersMax = 50

export interface AskedRecall {
  readonly scans: readonly string[]
  readonly persons: number
  readonly donors: number
  /** Where a line for each probe is written. */
  readonly rows: string | undefined
  readonly json: boolean
}

/** Answers what is wrong where it was not understood. */
export function parseRecall(args: readonly string[]): AskedRecall | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        scans: { type: 'string', multiple: true },
        persons: { type: 'string' },
        donors: { type: 'string' },
        rows: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const scans = [...(values.scans ?? []), ...positionals]
    const persons = Number(values.persons ?? counts.persons.usual)
    const donors = Number(values.donors ?? counts.donors.usual)
    if (scans.length === 0 || scans.length > foldersMax) return 'name the folders behind --scans'
    if (new Set(scans.map(setOf)).size < scans.length) return 'two folders have the same name'
    const fault =
      faultOf('persons', persons, counts.persons) ?? faultOf('donors', donors, counts.donors)
    return fault ?? { scans, persons, donors, rows: values.rows, json: values.json ?? false }
  } catch (error) {
    return (error as Error).message
  }
}
