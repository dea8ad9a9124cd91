// Finger synthetic — writes synthetic persons' fingers as PNGs, or compares them with real prints.

import { parseArgs } from 'node:util'
import { compareWithReal } from './compare.ts'
import { makeSynthetic } from './make-synthetic.ts'
import { writePersons } from './write-persons.ts'

const usage = `usage: ./loket finger synthetic --out DIR [--persons N] [--visits M] [--difficulty D]
       ./loket finger synthetic --compare [DIR …] [--persons N] [--visits M] [--difficulty D]

  --out      writes ten fingers of N persons at M visits as P-F_V.png (S01-1_1.png is person S01,
             right thumb, first visit); equal names are equal fingers, on every machine
  --compare  prints how synthetic prints score beside the prints in each DIR (FINGER_VISIT.png)
  --difficulty  0 careful presses of good skin, 0.5 an office's day (the default), 1 hasty and bad
`

const personsMax = 999
const visitsMax = 99

interface Asked {
  readonly out: string | undefined
  readonly compare: boolean
  readonly folders: readonly string[]
  readonly persons: number
  readonly visits: number
  readonly difficulty: number
}

/** The command's exit status: 0 done, 2 not understood. */
export async function runFingerSynthetic(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args)
  if (asked === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const print = (line: string) => process.stdout.write(`${line}\n`)
  if (asked.out !== undefined) {
    await writePersons(asked.out, makeSynthetic(asked), print)
  }
  if (asked.compare) await compareWithReal(makeSynthetic(asked), asked, print)
  return 0
}

function parseAsked(args: readonly string[]): Asked | undefined {
  const parsed = parseWords(args)
  if (parsed === undefined) return undefined
  const { values, positionals: folders } = parsed
  const { out, compare = false } = values
  const persons = Number(values.persons ?? (compare ? 4 : 1))
  const visits = Number(values.visits ?? (compare ? 4 : 2))
  const difficulty = Number(values.difficulty ?? 0.5)
  const isWhole = (number: number, max: number) =>
    Number.isInteger(number) && number >= 1 && number <= max
  const isUnderstood =
    (out !== undefined || compare) &&
    (compare || folders.length === 0) &&
    isWhole(persons, personsMax) &&
    isWhole(visits, visitsMax) &&
    difficulty >= 0 &&
    difficulty <= 1
  return isUnderstood ? { out, compare, folders, persons, visits, difficulty } : undefined
}

function parseWords(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        compare: { type: 'boolean' },
        persons: { type: 'string' },
        visits: { type: 'string' },
        difficulty: { type: 'string' },
      },
    })
  } catch {
    return undefined
  }
}
