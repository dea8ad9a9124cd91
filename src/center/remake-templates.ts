// Remake templates — after the engine has changed, every person's from the images in their packet.
//
// A template says which engine made it, so what is done already is not done again: stopped at any
// moment, it goes on where it was.

import type { CaseId } from '#enrollment/events'
import { present } from '#kit/assert'
import { trouble } from '#kit/node/trouble'
import { startExaminers } from './enroll/examiners.ts'
import { type ExamineFinger, extractFingers } from './enroll/extract-fingers.ts'
import { openPacket } from './inbox/open-packet.ts'
import type { CenterDb } from './log/log.ts'
import { getOffice } from './offices/store.ts'
import { fingerRecordsOf } from './receive.ts'
import { countOutdated, findOutdated, replaceTemplates } from './records/store.ts'
import type { CenterWorld } from './world.ts'

/** How often it is told how far this has come: after so many people. */
const tellEvery = 100

export interface Remade {
  readonly remade: number
  /** People whose packet could not be opened; their templates stay as they were. */
  readonly failed: number
}

/** `tell` hears how far it has come, and of each case that failed, by its id alone. */
export async function remakeTemplates(
  world: Pick<CenterWorld, 'db' | 'keys'>,
  tell: (line: string) => void,
): Promise<Remade> {
  const examiners = startExaminers()
  try {
    return await remakeEach(world, examiners.examine, tell)
  } finally {
    await examiners.stop()
  }
}

async function remakeEach(
  world: Pick<CenterWorld, 'db' | 'keys'>,
  examine: ExamineFinger,
  tell: (line: string) => void,
): Promise<Remade> {
  const outdated = await countOutdated(world.db)
  let remade = 0
  let failed = 0
  let after: CaseId | undefined
  // Each round goes on behind the case before: it ends with the last one.
  for (;;) {
    const next = await findOutdated(world.db, after)
    if (next === undefined) return { remade, failed }
    after = next.case_id as CaseId
    const office = await getOffice(world.db, next.office_id)
    const opened = await openPacket(
      present(next.packet, 'it was enrolled'),
      office,
      world.keys.sealing,
    )
    const fingers = opened.ok
      ? await extractFingers(fingerRecordsOf(opened.value), examine)
      : opened
    if (fingers.ok) {
      await replaceTemplates(world.db, after, fingers.value)
      remade++
    } else {
      failed++
      tell(`${after}: ${fingers.issue.code}`)
    }
    if ((remade + failed) % tellEvery === 0) tell(`${remade + failed} of ${outdated} people`)
  }
}

/** A gallery of two engines would miss people: the center does not start with one. */
export async function demandCurrentTemplates(db: CenterDb): Promise<void> {
  const outdated = await countOutdated(db)
  if (outdated === 0) return
  throw trouble(
    'templates.outdated',
    `The fingerprints of ${outdated} people were read by an earlier engine: run ` +
      `./loket center remake-templates before starting.`,
  )
}
