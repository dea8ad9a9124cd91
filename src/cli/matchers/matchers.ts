// Matchers — which matcher holds which part of the gallery: shown, waited for, and changed as the next
// map.

import { setTimeout as delay } from 'node:timers/promises'
import {
  type CenterDb,
  changeMap,
  type ForgetIssue,
  forgetMatcher,
  isSettled,
  isThere,
  openCenterDatabase,
  readMatchers,
  readStanding,
} from '#center'
import { readSettings } from '../settings.ts'
import { type MapChange, mapIssueWords, parseMapChange } from './map-change.ts'
import { tellMatchers } from './tell-matchers.ts'

const usage = `usage: ./loket matchers status [--json]
       ./loket matchers wait [SECONDS]                  until the latest map is searched by, and all
                                                        of it is held; an hour unless told
       ./loket matchers map PARTITIONS NAME NAME …      deals all of it out anew, two copies of each
       ./loket matchers move PARTITION FROM TO
       ./loket matchers split PARTITION
       ./loket matchers rebuild PARTITION NAME
       ./loket matchers replace FROM TO …               all that one holds goes to others
       ./loket matchers forget NAME                     no longer lists one that is gone

Partitions are named by the first three digits of their cases, such as 000-0ff. A change is searched by as
soon as all that is new in it is held; until then what was before answers.`

const forgetWords: Readonly<Record<ForgetIssue['code'], string>> = {
  'matcher.unknown': 'No matcher of that name is listed.',
  'matcher.running': 'That matcher still runs: stop it first.',
  'matcher.needed': 'By the map that matcher still holds something: replace it first.',
}

const waitSecondsUsual = 3_600
const lookMs = 500

const log = (line: string) => process.stderr.write(`${line}\n`)

export async function runMatchers(args: readonly string[]): Promise<number> {
  const act = parseAct(args)
  if (act === undefined) {
    log(usage)
    return 2
  }
  const settings = readSettings(process.env, process.cwd())
  const { db, close } = await openCenterDatabase(settings.center, () => {}, 'command')
  try {
    return await act(db)
  } finally {
    await close()
  }
}

type Act = (db: CenterDb) => Promise<number>

function parseAct([act, ...rest]: readonly string[]): Act | undefined {
  const [first] = rest
  if (act === 'status' && rest.length === 0) return (db) => tell(db, false)
  if (act === 'status' && rest.join() === '--json') return (db) => tell(db, true)
  if (act === 'forget' && first !== undefined && rest.length === 1) return (db) => forget(db, first)
  if (act === 'wait' && rest.length <= 1) {
    const seconds = Number(first ?? waitSecondsUsual)
    return seconds > 0 ? (db) => wait(db, seconds) : undefined
  }
  const change = parseMapChange(act, rest)
  return change && ((db) => runChange(db, change))
}

async function tell(db: CenterDb, asJson: boolean): Promise<number> {
  const standing = await readStanding(db)
  process.stdout.write(asJson ? `${JSON.stringify(standing)}\n` : tellMatchers(standing))
  return 0
}

async function wait(db: CenterDb, seconds: number): Promise<number> {
  const endMs = performance.now() + seconds * 1_000
  for (;;) {
    const standing = await readStanding(db)
    if (isSettled(standing)) return 0
    if (performance.now() >= endMs) {
      process.stdout.write(tellMatchers(standing))
      log(`not all of the latest map was held within ${seconds} seconds`)
      return 1
    }
    await delay(lookMs)
  }
}

async function forget(db: CenterDb, matcher: string): Promise<number> {
  const forgotten = await forgetMatcher(db, matcher)
  if (!forgotten.ok) log(forgetWords[forgotten.issue.code])
  return forgotten.ok ? 0 : 1
}

async function runChange(db: CenterDb, { make, given }: MapChange): Promise<number> {
  const matchers = await readMatchers(db)
  const strange = given.find((name) => !matchers.some((it) => it.matcher === name))
  if (strange !== undefined) {
    log(`No matcher ${strange} was ever seen: start it first, or look at how it is written.`)
    return 1
  }
  const changed = await changeMap(db, make)
  if (!changed.ok) {
    log(mapIssueWords[changed.issue.code])
    return 1
  }
  process.stdout.write(`map ${changed.value.version} made\n`)
  for (const { matcher } of matchers.filter((it) => given.includes(it.matcher) && !isThere(it))) {
    log(`${matcher} does not run: until it does, the map waits`)
  }
  return 0
}
