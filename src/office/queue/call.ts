// Call — the next resident, or one out of order with a reason; and the one who was called in vain.

import { waitingAt } from '#enrollment/stage'
import { present } from '#kit/assert'
import { refuse } from '#kit/node/http-refusal'
import { calendarDateAt } from '#resident/calendar-date'
import type { AccountId } from '#staff/account'
import { actAt, type CaseIssue } from '../cases/at-stage.ts'
import { parsePlaceNumber, placeNumberOf } from '../cases/queue-place.ts'
import type { Called, WentBack } from '../cases/queue-wire.ts'
import { recordAct } from '../log/act.ts'
import { actOnCase, appendFact } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { absencesMax, decideNext } from './queue.ts'
import {
  jumpReasonContext,
  markAbsent,
  markAnnounced,
  markCalled,
  type Place,
  readCalledLanes,
  readPlaces,
} from './store.ts'

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock'>

/** Two counters may reach for the same resident; the slower one looks again. */
const looksMax = 5

interface Asked {
  readonly number: string | undefined
  readonly jumpReason: string | undefined
  readonly by: AccountId
}

export async function callResident(needs: Needs, asked: Asked): Promise<Called> {
  for (let look = 0; look < looksMax; look++) {
    const { place, next } = await choose(needs, asked.number)
    if (place.state === 'called') return calledOf(place)
    if (place.state === 'held') refuseHeld()
    const outOfOrder = place !== next
    if (outOfOrder && asked.jumpReason === undefined) {
      refuse(422, { code: 'queue.jump-reason', number: place.number, next: next?.number })
    }
    const called = await call(needs, place, { ...asked, outOfOrder })
    if (called !== undefined) return called
  }
  return refuse(409, { code: 'queue.busy' })
}

/** Says the number aloud once more; the clock of the case goes on. */
export async function announceAgain(
  { db, clock }: Needs,
  number: string,
): Promise<{ readonly number: string; readonly announcedAtMs: number }> {
  const place = await demandPlace({ db, clock }, number)
  return actAt(db, place.caseId, ['called'], async (transaction, caseId) => {
    const announcedAtMs = clock()
    await markAnnounced(transaction, caseId, announcedAtMs)
    return { number: place.number, announcedAtMs }
  })
}

/** Called and not there: back to the end of the lane; after `absencesMax` times the number lapses. */
export async function sendBack(
  { db, clock }: Needs,
  number: string,
  by: AccountId,
): Promise<WentBack> {
  const place = await demandPlace({ db, clock }, number)
  return actAt(db, place.caseId, ['called'], async (transaction, caseId) => {
    const absences = place.absences + 1
    const lapsed = absences >= absencesMax
    const atMs = clock()
    await markAbsent(transaction, caseId, { count: absences, lapsed, atMs })
    await appendFact(transaction, caseId, { type: 'queued', number: place.number }, atMs)
    const subject = { caseId, number: place.number, absences, lapsed }
    await recordAct(transaction, { at: atMs, actor: by, act: 'queue.absent', subject })
    return { number: place.number, absences, lapsed }
  })
}

async function choose({ db, clock }: Needs, number: string | undefined) {
  const day = calendarDateAt(clock())
  const places = await readPlaces(db, day)
  const waiting = places.filter((it) => it.state === 'waiting')
  const next = decideNext(waiting, await readCalledLanes(db, day), clock())
  const place = number === undefined ? next : findPlace(places, number)
  if (place === undefined) {
    return number === undefined
      ? refuse(409, { code: 'queue.empty' })
      : refuse(404, { code: 'queue.unknown', number })
  }
  return { place, next }
}

/** Undefined where the queue changed meanwhile. */
async function call(
  { db, vault, clock }: Needs,
  place: Place,
  { by, outOfOrder, jumpReason }: Asked & { readonly outOfOrder: boolean },
): Promise<Called | undefined> {
  const { number } = place
  return actOnCase(db, place.caseId, async (transaction, log) => {
    if (waitingAt(log) !== 'queue') return undefined
    const { caseId } = place
    const atMs = clock()
    const reason = outOfOrder ? jumpReason : undefined
    const sealedReason =
      reason === undefined ? null : vault.sealText(reason, jumpReasonContext(caseId))
    const isHere = await markCalled(transaction, caseId, { by, atMs, sealedReason })
    if (!isHere) return undefined
    await appendFact(transaction, caseId, { type: 'called', number }, atMs)
    const subject = { caseId, number, outOfOrder }
    await recordAct(transaction, { at: atMs, actor: by, act: 'queue.called', subject })
    return { caseId, number, calledAtMs: atMs, outOfOrder }
  })
}

async function demandPlace({ db, clock }: Pick<Needs, 'db' | 'clock'>, number: string) {
  const places = await readPlaces(db, calendarDateAt(clock()))
  return findPlace(places, number) ?? refuse(404, { code: 'queue.unknown', number })
}

function findPlace(places: readonly Place[], typed: string): Place | undefined {
  const asked = parsePlaceNumber(typed)
  const number = asked && placeNumberOf(asked.lane, asked.number)
  return places.find((it) => it.number === number)
}

/** Asked once more for somebody who was called: the same answer. */
function calledOf({ caseId, number, calledAtMs, outOfOrder }: Place): Called {
  return {
    caseId,
    number,
    calledAtMs: present(calledAtMs, 'who was called has a time'),
    outOfOrder,
  }
}

function refuseHeld(): never {
  const issue: CaseIssue = { code: 'case.not-here', waitingAt: 'village' }
  return refuse(409, issue)
}
