// Routes — the camat's overview: every figure from the log and the tables, and the list behind it.

import type { HttpApp } from '#kit/node/http-app'
import { calendarDateAt } from '#resident/calendar-date'
import type { Account } from '#staff/account'
import { accountOf, allow } from '#staff/guard'
import { serviceStandard } from '#standard'
import { type CounterTime, readCounterTimes, startOfDayMs } from '../cases/counter-times.ts'
import type { OfficeWorld } from '../world.ts'
import { counterFigureOf, stageFiguresOf } from './overview.ts'
import {
  countApprovals,
  countComplaints,
  countReturns,
  listReturns,
  listWaiting,
  readBlangko,
  readCaptures,
  readOutbox,
  readQueue,
} from './store.ts'
import {
  CasesQuery,
  CasesReply,
  OverviewReply,
  ReturnsReply,
  VisitsQuery,
  VisitsReply,
} from './wire.ts'

const monthMs = 30 * 24 * 3_600_000
const visitsListedMax = 500
const readers = allow('camat', 'supervisor')

export function overviewRoutes(app: HttpApp, world: OfficeWorld): void {
  const { db, clock } = world

  app.get(
    '/api/overview',
    {
      onRequest: readers,
      schema: { summary: 'The office in figures', response: { 200: OverviewReply } },
    },
    async (request): Promise<OverviewReply> => readOverview(world, accountOf(request)),
  )

  app.get(
    '/api/overview/cases',
    {
      onRequest: readers,
      schema: {
        summary: 'The cases that wait at one stage, longest first',
        querystring: CasesQuery,
        response: { 200: CasesReply },
      },
    },
    async (request): Promise<CasesReply> => {
      const waiting = await listWaiting(db)
      const cases = waiting.filter((it) => it.at === request.query.at)
      return { cases, nowMs: clock() }
    },
  )

  app.get(
    '/api/overview/visits',
    {
      onRequest: readers,
      schema: {
        summary: 'How long each resident stood at the counter, longest first',
        querystring: VisitsQuery,
        response: { 200: VisitsReply },
      },
    },
    async (request): Promise<VisitsReply> => ({ visits: await listVisits(world, request.query) }),
  )

  app.get(
    '/api/overview/returns',
    {
      onRequest: readers,
      schema: {
        summary: 'Why residents were sent home in the last thirty days',
        response: { 200: ReturnsReply },
      },
    },
    async (): Promise<ReturnsReply> => ({ returns: await listReturns(world, clock() - monthMs) }),
  )
}

async function readOverview(world: OfficeWorld, account: Account): Promise<OverviewReply> {
  const { db, clock } = world
  const nowMs = clock()
  const today = calendarDateAt(nowMs)
  const monthAgoMs = nowMs - monthMs
  const waiting = await listWaiting(db)
  const stages = stageFiguresOf(waiting, nowMs)
  const queue = await readQueue(db, today)
  const reader = { accountId: account.accountId, isCamat: account.role === 'camat' }
  return {
    nowMs,
    promisedMinutes,
    counter: {
      today: figureOf(await readCounterTimes(db, startOfDayMs(today))),
      month: figureOf(await readCounterTimes(db, monthAgoMs)),
    },
    queue: {
      waiting: queue.waiting,
      longestMs: queue.sinceMs === undefined ? null : nowMs - queue.sinceMs,
    },
    stages,
    returns: await countReturns(db, monthAgoMs),
    captures: await readCaptures(db, monthAgoMs),
    outbox: await readOutbox(db),
    blangko: {
      ...(await readBlangko(db, monthAgoMs)),
      ready: stages.find((it) => it.at === 'printing')?.count ?? 0,
    },
    complaints: await countComplaints(db, reader, today),
    approvals: { waiting: await countApprovals(db, waiting) },
  }
}

const { counterMinutes: promisedMinutes } = serviceStandard.promise

function figureOf(times: readonly CounterTime[]) {
  return counterFigureOf(times.map(spanOf), promisedMinutes)
}

function spanOf({ calledAtMs, receiptAtMs }: CounterTime): number {
  return receiptAtMs - calledAtMs
}

async function listVisits(
  { db, clock }: Pick<OfficeWorld, 'db' | 'clock'>,
  { span }: { readonly span: 'today' | 'month' },
): Promise<VisitsReply['visits']> {
  const nowMs = clock()
  const fromMs = span === 'today' ? startOfDayMs(calendarDateAt(nowMs)) : nowMs - monthMs
  const times = (await readCounterTimes(db, fromMs))
    .toSorted((a, b) => spanOf(b) - spanOf(a))
    .slice(0, visitsListedMax)
  if (times.length === 0) return []
  const files = await db
    .selectFrom('cases')
    .select(['case_id', 'ticket'])
    .where(
      'case_id',
      'in',
      times.map((it) => it.caseId),
    )
    .execute()
  const tickets = new Map<string, string>(files.map((row) => [row.case_id, row.ticket]))
  return times.map((time) => ({
    caseId: time.caseId,
    ticket: tickets.get(time.caseId) ?? '',
    calledAtMs: time.calledAtMs,
    counterMs: spanOf(time),
  }))
}
