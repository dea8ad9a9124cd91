// Matcher — a process that holds part of the gallery: follows map and database by itself, and answers.

import { join } from 'node:path'
import type { Clock } from '#kit/clock'
import { startLoop } from '#kit/loop'
import { openProgramDatabase, programPatienceMs } from '#kit/node/program-database'
import { trouble } from '#kit/node/trouble'
import { type CenterSchema, centerMigrations } from '../database/schema.ts'
import { mapGraceMs, mapLookMs } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { CenterSettings } from '../settings.ts'
import { answerAsks } from './answering.ts'
import { createHolder, type Holder } from './holder.ts'
import { startHosts } from './hosts.ts'
import { isMatcherName, openLine } from './line.ts'
import { type CopyName, copiesOf, copyKey } from './map.ts'
import { startReporting } from './reporting.ts'
import { readMaps } from './store.ts'

export interface MatcherOptions {
  readonly name: string
  /** 0: no threads; the process itself does the work. */
  readonly threads: number
  readonly clock: Clock
  readonly log: (line: string) => void
}

const nowMs = () => performance.now()

/** @throws a trouble where the settings name no NATS server, or the name is none */
export async function startMatcher(
  { nats, home, databaseUrl }: Pick<CenterSettings, 'nats' | 'home' | 'databaseUrl'>,
  { name, threads, clock, log }: MatcherOptions,
): Promise<{ stop(): Promise<void> }> {
  if (nats === undefined) {
    throw trouble('matcher.no-nats', 'A matcher is asked over NATS: set LOKET_NATS_SERVERS.')
  }
  if (!isMatcherName(name)) {
    throw trouble(
      'matcher.name',
      `“${name}”: a matcher’s name is made of letters, digits, - and _.`,
    )
  }
  const { db, close } = await openProgramDatabase<CenterSchema>({
    ...{ dataDir: join(home, 'postgres'), databaseUrl, name: 'center' },
    ...{ migrations: centerMigrations, as: 'command', patienceMs: programPatienceMs, log },
  })
  const hosts = startHosts(threads)
  const holder = createHolder({ db, hosts, folder: join(home, 'matchers', name), log })
  const line = openLine(nats, log)
  const answering = answerAsks(line, name, holder, nowMs)
  const mapSeen = { version: 0 }
  const onFault = (error: unknown) =>
    log(`matcher: ${error instanceof Error ? error.name : 'unknown fault'}`)
  const holding = startLoop({
    turn: holdByMap({ db, holder, name, clock, mapSeen }),
    idleMs: mapLookMs,
    onFault,
  })
  const reporting = startReporting({
    ...{ db, name, holder, nowMs, onFault },
    startedAtMs: clock(),
    mapVersion: () => mapSeen.version,
    load: answering,
  })
  return {
    async stop() {
      await line.stop()
      await reporting.stop()
      await holding.stop()
      // A start without this only takes longer.
      await holder.saveChanges(1).catch(() => log('matcher: a snapshot could not be written'))
      await holder.stop()
      await hosts.stop()
      await close()
    },
  }
}

interface HoldingNeeds {
  readonly db: CenterDb
  readonly holder: Holder
  readonly name: string
  readonly clock: Clock
  readonly mapSeen: { version: number }
}

/** What no map names any more is kept a while, for searches that began by an older one. */
function holdByMap({ db, holder, name, clock, mapSeen }: HoldingNeeds) {
  const meant = new Map<string, { readonly copy: CopyName; readonly untilMs: number }>()
  return async () => {
    const maps = await readMaps(db)
    const now = clock()
    for (const copy of copiesOf(maps, name)) {
      meant.set(copyKey(copy), { copy, untilMs: now + mapGraceMs })
    }
    for (const [key, { untilMs }] of meant) if (untilMs < now) meant.delete(key)
    mapSeen.version = maps.at(-1)?.version ?? 0
    const isMore = await holder.hold([...meant.values()].map((it) => it.copy))
    await holder.saveChanges()
    return isMore
  }
}
