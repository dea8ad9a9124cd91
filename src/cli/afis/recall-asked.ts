// Recall asked — what the command line of a recall test says.

import { parseArgs } from 'node:util'
import { isCount } from '../count.ts'
import { setOf } from './real-people.ts'

const personsUsual = 10_000
const donorsUsual = 300
const personsMax = 2_000_000
const foldersMax = 50
const donorsMax = 5_000

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
    const persons = Number(values.persons ?? personsUsual)
    const donors = Number(values.donors ?? donorsUsual)
    if (scans.length === 0 || scans.length > foldersMax) return 'name the folders behind --scans'
    if (new Set(scans.map(setOf)).size < scans.length) return 'two folders have the same name'
    if (!isCount(persons, personsMax)) return `--persons is a number up to ${personsMax}`
    if (!isCount(donors, donorsMax)) return `--donors is a number up to ${donorsMax}`
    return { scans, persons, donors, rows: values.rows, json: values.json ?? false }
  } catch (error) {
    return (error as Error).message
  }
}
