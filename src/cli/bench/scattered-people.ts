// Scattered people — the people of a bench in matchers of its own, every copy of every partition current.

import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type AskTold,
  changeMap,
  firstMap,
  type Gallery,
  openScattered,
  readMaps,
  readMatchers,
} from '#center'
import { assert } from '#kit/assert'
import { waitUntil } from '#kit/node/process-table'
import { donorsFile } from '../afis/donors.ts'
import type { PeopleGallery } from '../afis/people.ts'
import { type MatcherField, startMatcherField } from './matcher-field.ts'
import { seed } from './newcomers.ts'
import { type Db, findLastSeq, openPeopleRows, type PeopleRows } from './people-rows.ts'

export interface ScatteredAsked {
  readonly persons: number
  readonly donors: number
  readonly matchers: number
  readonly replicas: number
  /** 0: two for each matcher. */
  readonly partitions: number
  /** Of each matcher. */
  readonly threads: number
}

export interface ScatteredPeople {
  readonly rows: PeopleRows
  readonly field: MatcherField
  /** As the center uses it. */
  readonly gallery: Gallery
  /** Every ask of a matcher so far; whoever measures empties it. */
  readonly asks: AskTold[]
  readonly partitions: number
  /** From processes without anything to all copies current. */
  readonly rebuildSeconds: number
  /** The same from what they kept on disk, and the rows since. */
  restart(): Promise<number>
  stop(): Promise<void>
}

const currentMsMax = 2 * 3_600_000
const lookMs = 250
/** A machine that has much else to do yields slow figures, not none. */
const patient = { lookMsMax: 300_000, sliceMs: 120_000 } as const
const linesKept = 30

export async function openScatteredPeople(
  people: PeopleGallery,
  asked: ScatteredAsked,
  tell: (line: string) => void,
): Promise<ScatteredPeople> {
  const folder = dirname(people.folder)
  const home = join(folder, `rows-${basename(people.folder)}`)
  const file = donorsFile(folder, seed, asked.donors)
  const rows = await openPeopleRows(home, { persons: asked.persons, seed, file }, tell)
  try {
    await forgetEarlier(rows.db, home)
    return await startPeople(rows, home, asked)
  } catch (error) {
    await rows.close()
    throw error
  }
}

async function startPeople(
  rows: PeopleRows,
  home: string,
  asked: ScatteredAsked,
): Promise<ScatteredPeople> {
  const { db } = rows
  const said: string[] = []
  const log = (line: string) => {
    said.push(line)
    said.splice(0, said.length - linesKept)
  }
  const field = await startMatcherField({ home, ...asked, log })
  const partitions = asked.partitions || 2 * asked.matchers
  const made = await changeMap(db, () => firstMap(field.names, partitions, 1, asked.replicas))
  assert(made.ok, 'matchers enough for the replicas')
  const begin = async () => {
    const [startMs, startedAtMs] = [performance.now(), Date.now()]
    field.startMatchers()
    await untilCurrent(db, field, startedAtMs).catch((error) => {
      throw new Error(`${(error as Error).message}\n${said.join('\n')}`)
    })
    return (performance.now() - startMs) / 1000
  }
  const asks: AskTold[] = []
  const nats = { servers: [field.server], credentials: undefined, tls: undefined }
  const trace = (it: AskTold) => void asks.push(it)
  const { gallery, stop } = openScattered(db, nats, { log, trace, limits: patient })
  const end = async () => {
    await stop()
    await field.stop()
    await rows.close()
  }
  try {
    const rebuildSeconds = await begin()
    await untilReached(gallery, db)
    return {
      ...{ rows, field, gallery, asks, partitions, rebuildSeconds },
      async restart() {
        await field.stopMatchers()
        return begin()
      },
      stop: end,
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** Maps, matchers and what they kept, of an earlier bench. */
async function forgetEarlier(db: Db, home: string): Promise<void> {
  await db.deleteFrom('gallery_maps').execute()
  await db.deleteFrom('gallery_matchers').execute()
  await rm(join(home, 'center', 'matchers'), { recursive: true, force: true })
}

/** All that the latest map names is held, by matchers of this life, at the database's last number. */
async function untilCurrent(db: Db, { names }: MatcherField, startedAtMs: number): Promise<void> {
  const goal = await findLastSeq(db)
  const isCurrent = await waitUntil(async () => {
    // They say no sooner how far they are.
    await delay(lookMs)
    const maps = await readMaps(db)
    const matchers = await readMatchers(db)
    const ready = names.filter((name) => {
      const report = matchers.find((it) => it.matcher === name)?.report
      return (
        report !== undefined &&
        report.startedAtMs >= startedAtMs &&
        report.copies.length > 0 &&
        report.copies.every((it) => it.state === 'current' && it.throughSeq >= goal)
      )
    })
    return maps.length === 1 && maps[0]?.readyAtMs !== undefined && ready.length === names.length
  }, currentMsMax)
  if (!isCurrent) throw new Error('The matchers have not come to hold everybody.')
}

async function untilReached(gallery: Gallery, db: Db): Promise<void> {
  const goal = await findLastSeq(db)
  const isReached = async () => (await gallery.reach?.(goal)) === undefined
  assert(await waitUntil(isReached, 60_000), 'matchers that are current answer')
}
