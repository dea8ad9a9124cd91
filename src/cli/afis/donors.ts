// Donors — grown fingers that a load test's people are made of, kept on disk: growing takes a while.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type FingerTemplate,
  growDonors,
  type PopulationDonors,
  populationVersion,
  readTemplate,
  templateVersion,
  writeTemplate,
} from '#finger'
import { assert } from '#kit/assert'
import { findJson, writeJson } from '#kit/node/files'

interface DonorsFile {
  readonly fingers: readonly string[]
  readonly footprints: readonly string[]
}

export function donorsFile(folder: string, seed: string, count: number): string {
  return join(folder, `donors-${seed}-${count}-v${templateVersion}-${populationVersion}.json`)
}

/** Grown where they are not there yet; `tell` hears how far it has come. */
export async function openDonors(
  file: string,
  seed: string,
  count: number,
  tell: (line: string) => void,
): Promise<PopulationDonors> {
  const kept = (await findJson(file)) as DonorsFile | undefined
  if (kept !== undefined) return donorsOf(kept)
  const fingers: string[] = []
  const footprints: string[] = []
  for (const grown of growDonors(seed, count)) {
    fingers.push(textOf(grown.finger))
    footprints.push(...grown.footprints.map(textOf))
    if (fingers.length % 50 === 0) tell(`${fingers.length} of ${count} fingers have grown`)
  }
  await mkdir(join(file, '..'), { recursive: true })
  await writeJson(file, { fingers, footprints })
  return donorsOf({ fingers, footprints })
}

/** For the threads: the file is there. */
export async function readDonors(file: string): Promise<PopulationDonors> {
  return donorsOf((await findJson(file)) as DonorsFile)
}

function donorsOf({ fingers, footprints }: DonorsFile): PopulationDonors {
  return { fingers: fingers.map(templateOf), footprints: footprints.map(templateOf) }
}

function textOf(template: FingerTemplate): string {
  return Buffer.from(writeTemplate(template)).toString('base64')
}

function templateOf(text: string): FingerTemplate {
  const read = readTemplate(Buffer.from(text, 'base64'))
  assert(read.ok, 'a template that was written here')
  return read.value
}
