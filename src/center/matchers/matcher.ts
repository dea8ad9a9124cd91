// Matcher — a process that holds part of the gallery: follows map and database by itself, and answers.

import { join } from 'node:path'
import type { Clock } from '#kit/clock'
import { startLoop } from '#kit/loop'
import { openProgramDatabase } from '#kit/node/program-database'
import { trouble } from '#kit/node/trouble'
import { createSearchWatch } from '../afis/search-times.ts'
import { parametersSha256 } from '../afis/snapshot.ts'
import { type CenterSchema, centerMigrations } from '../database/schema.ts'
import { mapGraceMs, mapLookMs, matcherAsksMax } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { CenterSettings } from '../settings.ts'
import { type MatcherAnswer, readAsk, writeAnswer } from './asks.ts'
import { createHolder, type Holder } from './holder.ts'
import { startHosts } from './hosts.ts'
import { isMatcherName, type Line, openLine } from './line.ts'
import { createLooks } from './looks.ts'
import { type CopyName, copiesOf, copyKey } from './map.ts'
import { startReporting } from './reporting.ts'
import { type MatcherLoad, readMaps } from './store.ts'

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
    ...{ migrations: centerMigrations, as: 'command', log },
  })
  const hosts = startHosts(threads)
  const holder = createHolder({ db, hosts, folder: join(home, 'matchers', name), log })
  const line = openLine(nats, log)
  const answering = answerAsks(line, name, holder)
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

/** Answers what tells how much it has to do. */
function answerAsks(line: Line, name: string, holder: Holder): () => MatcherLoad {
  const load = { inHand: 0, answered: 0, refused: 0 }
  const watch = createSearchWatch(nowMs)
  const looks = createLooks()
  const answer = async (bytes: Uint8Array): Promise<MatcherAnswer> => {
    if (load.inHand > matcherAsksMax) return { refused: 'busy' }
    const ask = readAsk(bytes)
    if (ask === undefined || ask.head.parametersSha256 !== parametersSha256) {
      return { refused: 'other-version' }
    }
    const { copies: names, seqMin } = ask.head
    if (!(await holder.reach(seqMin).catch(() => false))) return { refused: 'behind' }
    const copies = names.map(holder.find).filter((it) => it !== undefined)
    if (copies.length < names.length) return { refused: 'not-mine' }
    // What it answers may be later than this, never earlier.
    const { seq } = holder
    const beganMs = nowMs()
    const body = await looks(copies, ask.body)
    // Each search looks at everybody once, and that is what it takes.
    if (body.act === 'quick') watch.took(nowMs() - beganMs)
    return { seq, body }
  }
  line.answer(name, async (bytes) => {
    load.inHand++
    const said = await answer(bytes).catch((): MatcherAnswer => ({ refused: 'fault' }))
    load.inHand--
    if ('refused' in said) load.refused++
    else load.answered++
    return writeAnswer(said)
  })
  const residentBytes = () => process.memoryUsage.rss()
  return () => ({ ...load, searches: watch.times, residentBytes: residentBytes() })
}
