// Matchers — which matcher holds which part of the gallery: shown, and changed as the next map.

import {
  type CenterWorld,
  changeMap,
  firstMap,
  forgetMatcher,
  type MapIssue,
  movePartition,
  openCenterWorld,
  type PartitionMap,
  readMaps,
  readMatchers,
  rebuildCopy,
  replaceMatcher,
  splitPartition,
} from '#center'
import type { Result } from '#kit/result'
import { readSettings } from '../settings.ts'
import { tellMatchers } from './tell-matchers.ts'

const usage = `usage: ./loket matchers status [--json]
       ./loket matchers map PARTITIONS NAME NAME …      deals all of it out anew, two copies of each
       ./loket matchers move PARTITION FROM TO
       ./loket matchers split PARTITION
       ./loket matchers rebuild PARTITION NAME
       ./loket matchers replace FROM TO                 all that one holds goes to another
       ./loket matchers forget NAME                     no longer lists one that is gone

Partitions are named by the first two digits of their cases, such as 00-0f. A change is searched by as
soon as all that is new in it is held; until then what was before answers.`

type Change = (latest: PartitionMap | undefined) => Result<PartitionMap, MapIssue>

const issueWords: Readonly<Record<MapIssue['code'], string>> = {
  'map.too-few-matchers': 'Every partition is held twice: name two matchers at least.',
  'map.partition-unknown': 'There is no such partition in the latest map, or no map yet.',
  'map.not-held': 'That matcher does not hold it.',
  'map.held-already': 'That matcher holds it already.',
  'map.one-digit-left': 'A partition of one beginning cannot be split.',
  'map.partitions': 'There are 1 to 256 partitions.',
}

const log = (line: string) => process.stderr.write(`${line}\n`)

export async function runMatchers(args: readonly string[]): Promise<number> {
  const [act, ...rest] = args
  const change = changeOf(act, rest)
  const isStatus = act === 'status' && (rest.length === 0 || rest.join() === '--json')
  const isForget = act === 'forget' && rest.length === 1
  if (change === undefined && !isStatus && !isForget) {
    log(usage)
    return 2
  }
  const settings = readSettings(process.env, process.cwd())
  const { world, close } = await openCenterWorld(settings.center, () => {}, 'command')
  try {
    if (isForget) await forgetMatcher(world.db, rest[0] as string)
    if (isStatus) await tell(world, rest.length === 1)
    return change === undefined ? 0 : await runChange(world, change)
  } finally {
    await close()
  }
}

async function tell({ db }: CenterWorld, asJson: boolean): Promise<void> {
  const known = { maps: await readMaps(db), matchers: await readMatchers(db) }
  process.stdout.write(asJson ? `${JSON.stringify(known)}\n` : tellMatchers(known))
}

async function runChange({ db }: CenterWorld, change: Change): Promise<number> {
  const changed = await changeMap(db, change)
  if (!changed.ok) {
    log(issueWords[changed.issue.code])
    return 1
  }
  process.stdout.write(`map ${changed.value.version} made\n`)
  return 0
}

function changeOf(act: string | undefined, args: readonly string[]): Change | undefined {
  const [first = '', second = '', third = ''] = args
  const onLatest =
    (change: (latest: PartitionMap) => Result<PartitionMap, MapIssue>): Change =>
    (latest) =>
      change(latest ?? { version: 0, partitions: [] })
  if (act === 'map' && args.length >= 2) {
    return (latest) => firstMap(args.slice(1), Number(first), (latest?.version ?? 0) + 1)
  }
  if (act === 'move' && args.length === 3) {
    return onLatest((it) => movePartition(it, first, { from: second, to: third }))
  }
  if (act === 'split' && args.length === 1) return onLatest((it) => splitPartition(it, first))
  if (act === 'rebuild' && args.length === 2)
    return onLatest((it) => rebuildCopy(it, first, second))
  if (act === 'replace' && args.length === 2) {
    return onLatest((it) => replaceMatcher(it, { from: first, to: second }))
  }
  return undefined
}
