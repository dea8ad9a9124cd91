// Remake templates — everybody's fingers as this version of the engine reads them, from the images in
// their packets, beside what other versions read.
//
// While others search. In the order of the gallery, which can be searched as far as this has come; then
// whoever a center of another version adds. Stopped at any moment, it goes on where it was, and several
// processes share the work.

import { setTimeout as delay } from 'node:timers/promises'
import type { CaseId } from '#enrollment/events'
import { present } from '#kit/assert'
import { startLoop } from '#kit/loop'
import { trouble } from '#kit/node/trouble'
import { parametersSha256 } from './afis/snapshot.ts'
import { startExaminers } from './enroll/examiners.ts'
import { type ExamineFinger, extractFingers } from './enroll/extract-fingers.ts'
import { openPacket } from './inbox/open-packet.ts'
import { matcherSeenMsMax, remakeFailuresKept, remakeIdleMs } from './limits.ts'
import type { CenterTransaction } from './log/log.ts'
import { readMatchers, type SeenMatcher } from './matchers/store.ts'
import { getOffice } from './offices/store.ts'
import { fingerRecordsOf } from './receive.ts'
import {
  countVisitsAfter,
  findWaitingCases,
  holdPacket,
  readVisitsAfter,
} from './records/remaking.ts'
import {
  addTemplates,
  dropEarlierTemplates,
  findReadThrough,
  findUnread,
  keepReadThrough,
} from './records/templates.ts'
import type { CenterWorld } from './world.ts'

/** How often it is told how far this has come: after so many people. */
const tellEvery = 100

type Needs = Pick<CenterWorld, 'db' | 'keys' | 'log'>

export interface Remade {
  readonly remade: number
  /** People whose packet could not be opened: nobody can be found unique until they are dealt with. */
  readonly failed: number
}

interface Remaking {
  /** The next people; answers whether there are more right away. */
  turn(): Promise<boolean>
  /** Whether the end of the gallery was reached once: from then on only newcomers are lacking. */
  readonly isCurrent: boolean
  readonly made: Remade
}

function createRemaking(world: Needs, examine: ExamineFinger): Remaking {
  const { db, log } = world
  const failed = new Set<CaseId>()
  let remade = 0
  let isCurrent = false
  let through: number | undefined
  /** Of the gallery everybody up to `through` was made, and none failed. */
  let isUnbroken = true
  let waitingAfter: CaseId | undefined

  /** Answers whether nobody among these is lacking any more but those who failed. */
  const remakeAll = async (caseIds: readonly CaseId[]): Promise<boolean> => {
    let isTaken = false
    for (const caseId of await findUnread(db, caseIds)) {
      if (failed.has(caseId)) continue
      const done = await db.transaction().execute((it) => remake(world, examine, it, caseId))
      if (done === 'taken') isTaken = true
      if (done === 'made') remade++
      if (done !== 'taken' && done !== 'made') {
        if (failed.size >= remakeFailuresKept) failed.clear()
        failed.add(caseId)
        log(`templates: ${caseId} cannot be made anew: ${done.code}`)
      }
      if (remade % tellEvery === 0 && done === 'made') await tell()
    }
    return !isTaken
  }
  const tell = async () => {
    log(
      `templates: made anew for ${remade}, ${await countVisitsAfter(db, through ?? 0)} to look at`,
    )
  }
  const waiting = async () => {
    const cases = await findWaitingCases(db, waitingAfter)
    waitingAfter = cases.at(-1)
    await remakeAll(cases)
  }

  return {
    async turn() {
      through ??= await findReadThrough(db)
      await waiting()
      const visits = await readVisitsAfter(db, through)
      const last = visits.at(-1)?.seq
      const before = remade
      if (!(await remakeAll(visits.map((it) => it.caseId)))) return remade > before
      isUnbroken &&= visits.every((it) => !failed.has(it.caseId))
      if (last === undefined) isCurrent = true
      else through = last
      if (last !== undefined && isUnbroken) await keepReadThrough(db, last)
      return last !== undefined
    },
    get isCurrent() {
      return isCurrent
    },
    get made() {
      return { remade, failed: failed.size }
    },
  }
}

async function remake(
  world: Needs,
  examine: ExamineFinger,
  transaction: CenterTransaction,
  caseId: CaseId,
): Promise<'made' | 'taken' | { readonly code: string }> {
  const held = await holdPacket(transaction, caseId)
  if (held === undefined) return 'taken'
  // Another process may have made them a moment ago.
  if ((await findUnread(transaction, [caseId])).length === 0) return 'made'
  const office = await getOffice(transaction, held.officeId)
  const packet = present(held.packet, 'what was read lies in the database')
  const opened = await openPacket(packet, office, world.keys.sealing)
  const fingers = opened.ok ? await extractFingers(fingerRecordsOf(opened.value), examine) : opened
  if (!fingers.ok) return fingers.issue
  await addTemplates(transaction, caseId, fingers.value)
  return 'made'
}

/** Until nobody is lacking; the center may run or not. */
export async function remakeTemplates(world: Needs, examine?: ExamineFinger): Promise<Remade> {
  const examiners = examine === undefined ? startExaminers() : undefined
  const remaking = createRemaking(world, examine ?? present(examiners, 'of its own').examine)
  try {
    while (!remaking.isCurrent) {
      const isMore = await remaking.turn()
      // Somebody else has the last of them in hand.
      if (!isMore && !remaking.isCurrent) await delay(remakeIdleMs)
    }
    return remaking.made
  } finally {
    await examiners?.stop()
  }
}

/**
 * What earlier versions read of whoever this one has read; answers how many templates went.
 *
 * @throws a trouble 'templates.in-use' where a matcher of another version was seen lately
 */
export async function dropEarlier({ db }: Pick<CenterWorld, 'db'>): Promise<number> {
  const isOther = ({ seenForMs, report }: SeenMatcher) =>
    seenForMs <= matcherSeenMsMax && report.parametersSha256 !== parametersSha256
  const other = (await readMatchers(db)).find(isOther)
  if (other !== undefined) {
    throw trouble(
      'templates.in-use',
      `The matcher ${other.matcher} is of another version: upgrade it first, and every center.`,
    )
  }
  return dropEarlierTemplates(db)
}

export interface StartedRemaking {
  /** Until everybody in the gallery was read by this version a search could not be whole. */
  isCurrent(): boolean
  /** Resolves when that is so. */
  readonly current: Promise<void>
  stop(): Promise<void>
}

/** Beside the center's other work, for as long as it runs. */
export function startRemaking(
  world: Needs & Pick<CenterWorld, 'uploads'>,
  examine: ExamineFinger,
): StartedRemaking {
  const remaking = createRemaking(world, examine)
  let tellCurrent = () => {}
  const current = new Promise<void>((resolve) => {
    tellCurrent = resolve
  })
  const loop = startLoop({
    async turn() {
      await world.uploads.untilCalm()
      const isMore = await remaking.turn()
      if (remaking.isCurrent) tellCurrent()
      return isMore
    },
    idleMs: remakeIdleMs,
    onFault: (error) =>
      world.log(`templates: ${error instanceof Error ? error.name : 'unknown fault'}`),
  })
  return { isCurrent: () => remaking.isCurrent, current, stop: loop.stop }
}
