// Routes — the queue to Loket I: a number, a call, and what the waiting room is shown.

import type { CaseId } from '#enrollment/events'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { calendarDateAt } from '#resident/calendar-date'
import type { PriorityReason } from '#resident/priority'
import type { AccountId } from '#staff/account'
import { accountOf, allow } from '#staff/guard'
import { serviceStandard } from '#standard'
import { actAt, refuseUnknown } from '../cases/at-stage.ts'
import { findCase, findForm } from '../cases/case-file.ts'
import { averageMsOf, readCounterTimes, startOfDayMs } from '../cases/counter-times.ts'
import { findQueuePlace, leaveQueue, placeNumberOf } from '../cases/queue-place.ts'
import { Called, QueuedPlace, QueueReply, type QueueRow, WentBack } from '../cases/queue-wire.ts'
import { recordAct } from '../log/act.ts'
import { appendFact, type OfficeTransaction } from '../log/log.ts'
import { officeName } from '../office-name.ts'
import type { OfficeWorld } from '../world.ts'
import { announceAgain, callResident, sendBack } from './call.ts'
import { decideLane, orderOf } from './queue.ts'
import { addPlace, type Place, readCalledLanes, readPlaces } from './store.ts'
import { Announced, CallRequest, DisplayReply, NumberParams, QueueRequest } from './wire.ts'

/** What the waiting room can take in. */
const callingShownMax = 3
const nextShownMax = 6
const loket = 'Loket I'

export function queueRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/queue',
    {
      onRequest: allow('petugas-informasi', 'petugas-loket'),
      schema: {
        summary: 'Give a case a number in the queue; the same one where it has one today',
        body: QueueRequest,
        response: { 200: QueuedPlace },
      },
    },
    async (request): Promise<QueuedPlace> => {
      const { caseId: key, priority } = request.body
      const by = accountOf(request).accountId
      const { caseId, ticket } = (await findCase(world.db, key)) ?? refuseUnknown()
      // Who was called on an earlier day and left unfinished comes again like anybody else.
      const stages = ['queue', 'called'] as const
      const { number, lane } = await actAt(world.db, caseId, stages, (transaction, id) =>
        join(transaction, world, { caseId: id, claimed: priority, by }),
      )
      const order = await readOrder(world)
      const ahead = order.findIndex((it) => it.number === number)
      return { caseId, ticket, number, lane, ahead: Math.max(0, ahead) }
    },
  )

  app.post(
    '/api/queue/call',
    {
      onRequest: allow('petugas-loket'),
      schema: {
        summary: 'Call the next resident; anybody else takes a reason, which is recorded',
        body: CallRequest,
        response: { 200: Called },
      },
    },
    async (request): Promise<Called> => {
      const { number, jumpReason } = request.body
      return callResident(world, { number, jumpReason, by: accountOf(request).accountId })
    },
  )

  app.post(
    '/api/queue/:number/announce',
    {
      onRequest: allow('petugas-loket'),
      schema: {
        summary: 'Say a number aloud again; its clock goes on',
        params: NumberParams,
        response: { 200: Announced },
      },
    },
    async (request) => announceAgain(world, request.params.number),
  )

  app.post(
    '/api/queue/:number/absent',
    {
      onRequest: allow('petugas-loket'),
      schema: {
        summary: 'Called and not there: back behind the others of the lane',
        params: NumberParams,
        response: { 200: WentBack },
      },
    },
    async (request) => sendBack(world, request.params.number, accountOf(request).accountId),
  )

  app.get(
    '/api/queue',
    {
      onRequest: allow('petugas-informasi', 'petugas-loket', 'operator-ktp', 'supervisor', 'camat'),
      schema: { summary: 'Who stands in today’s queue', response: { 200: QueueReply } },
    },
    async (): Promise<QueueReply> => {
      const places = await readPlaces(world.db, calendarDateAt(world.clock()))
      const order = await readOrder(world, places)
      const sorted = [
        ...places.filter((it) => it.state === 'called'),
        ...order,
        ...places.filter((it) => it.state === 'held'),
      ]
      return { places: sorted.map(rowOf), nowMs: world.clock() }
    },
  )

  app.get(
    '/api/queue/display',
    {
      schema: {
        summary: 'What the waiting room is shown: numbers',
        response: { 200: DisplayReply },
      },
    },
    async (): Promise<DisplayReply> => displayOf(world),
  )
}

async function join(
  transaction: OfficeTransaction,
  { vault, clock }: Pick<OfficeWorld, 'vault' | 'clock'>,
  asked: {
    readonly caseId: CaseId
    readonly claimed: PriorityReason | undefined
    readonly by: AccountId
  },
) {
  const { caseId, by } = asked
  const atMs = clock()
  const day = calendarDateAt(atMs)
  const held = await findQueuePlace(transaction, caseId)
  if (held?.day === day) return { lane: held.lane, number: placeNumberOf(held.lane, held.number) }
  // Yesterday's number went home with the resident.
  if (held !== undefined) await leaveQueue(transaction, caseId, atMs)
  const form = await findForm(transaction, vault, caseId)
  const { biodata } = form ?? refuse(409, { code: 'form.none' })
  const { lane, reasons } = valueOrRefuse(decideLane(asked.claimed, biodata, day))
  const number = await addPlace(transaction, { caseId, day, lane }, atMs)
  await appendFact(transaction, caseId, { type: 'queued', number }, atMs)
  const subject = { caseId, number, priority: reasons.join(' ') }
  await recordAct(transaction, { at: atMs, actor: by, act: 'queue.joined', subject })
  return { lane, number }
}

/** Those who wait, in the order of being called. */
async function readOrder(
  { db, clock }: Pick<OfficeWorld, 'db' | 'clock'>,
  known?: readonly Place[],
): Promise<readonly Place[]> {
  const day = calendarDateAt(clock())
  const places = known ?? (await readPlaces(db, day))
  const waiting = places.filter((it) => it.state === 'waiting')
  return orderOf(waiting, await readCalledLanes(db, day), clock())
}

async function displayOf(world: OfficeWorld): Promise<DisplayReply> {
  const { db, clock, settings } = world
  const day = calendarDateAt(clock())
  const places = await readPlaces(db, day)
  const order = await readOrder(world, places)
  const times = await readCounterTimes(db, startOfDayMs(day))
  const calling = places
    .filter((it) => it.state === 'called')
    .map(({ number, announcedAtMs = 0 }) => ({ number, announcedAtMs }))
    .sort((a, b) => b.announcedAtMs - a.announcedAtMs)
  return {
    officeName,
    place: loket,
    calling: calling.slice(0, callingShownMax),
    next: order.slice(0, nextShownMax).map((it) => it.number),
    waiting: order.length,
    servedToday: times.length,
    averageMs: averageMsOf(times) ?? null,
    promisedMinutes: serviceStandard.promise.counterMinutes,
    smsNumber: settings.smsNumber,
    nowMs: clock(),
  }
}

function rowOf(place: Place): QueueRow {
  const { caseId, ticket, serviceType, number, lane, state, queuedAtMs, absences } = place
  const calledAtMs = place.calledAtMs ?? null
  return { caseId, ticket, serviceType, number, lane, state, queuedAtMs, calledAtMs, absences }
}
