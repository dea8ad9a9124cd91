// Routes — the counter: what this resident has to bring, each requirement settled, on or back.

import { Type } from 'typebox'
import { parseCaseId } from '#enrollment/events'
import type { HttpApp } from '#kit/node/http-app'
import { languageOf, refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { findMessage } from '#resident/messages'
import { accountOf, allow } from '#staff/guard'
import { actAt, demandStage, refuseUnknown } from '../cases/at-stage.ts'
import { findQueuePlace, leaveQueue } from '../cases/queue-place.ts'
import { recordAct } from '../log/act.ts'
import { actOnCase, appendFact, readLog } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { decideAccept, decideComplete, decideWaive } from './counter.ts'
import { examine } from './examine.ts'
import { counterIssues } from './issues.ts'
import { saveCheck, saveReturn, wasReturnedSo } from './store.ts'
import { viewOf } from './view.ts'
import { AcceptRequest, CounterActed, CounterView, ReturnRequest, Settled } from './wire.ts'

const Params = Type.Object({ caseId: Type.String({ maxLength: 40 }) })
const officer = allow('petugas-loket')
const words: Readonly<Record<string, (typeof counterIssues)['counter.unsettled'] | undefined>> =
  counterIssues

export function counterRoutes(app: HttpApp, world: OfficeWorld): void {
  const { db, vault, clock } = world

  app.get(
    '/api/counter/:caseId',
    {
      onRequest: allow('petugas-loket', 'supervisor'),
      schema: {
        summary: 'What exactly this resident has to bring, and how far it is examined',
        params: Params,
        response: { 200: CounterView },
      },
    },
    async (request): Promise<CounterView> => {
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      const log = await readLog(db, caseId)
      const examined = await examine(db, world, caseId, log)
      const language = languageOf(request.headers['accept-language'])
      return viewOf(examined, {
        log,
        place: await findQueuePlace(db, caseId),
        nowMs: clock(),
        language,
        tell: (issue) =>
          words[issue.code]?.[language]({ ...issue }) ?? findMessage(issue, language) ?? '',
      })
    },
  )

  app.post(
    '/api/counter/:caseId/accept',
    {
      onRequest: officer,
      schema: {
        summary: 'Accept one requirement, or waive it by a supervisor’s word',
        params: Params,
        body: AcceptRequest,
        response: { 200: Settled },
      },
    },
    async (request): Promise<Settled> => {
      const { requirementId, documentId, approvalId } = request.body
      const by = accountOf(request).accountId
      return actAt(db, request.params.caseId, ['called'], async (transaction, caseId, log) => {
        const examined = await examine(transaction, world, caseId, log)
        const waiver = examined.waivers.find((it) => it.approvalId === approvalId)
        const check = valueOrRefuse(
          approvalId === undefined
            ? decideAccept(examined, requirementId, documentId)
            : decideWaive(examined, requirementId, waiver),
        )
        const { outcome } = check
        await saveCheck(transaction, caseId, check, { by, atMs: clock() })
        const subject = { caseId, requirementId, outcome }
        await recordAct(transaction, {
          at: clock(),
          actor: by,
          act: 'requirement.settled',
          subject,
        })
        return { requirementId, outcome }
      })
    },
  )

  app.post(
    '/api/counter/:caseId/complete',
    {
      onRequest: officer,
      schema: {
        summary: 'All requirements settled: on to the capture',
        params: Params,
        response: { 200: CounterActed },
      },
    },
    async (request): Promise<CounterActed> => {
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      const by = accountOf(request).accountId
      const done = await actOnCase(db, caseId, async (transaction, log) => {
        const last = log.at(-1)
        // Said again because the reply was lost: it is done.
        if (last?.type === 'requirements-accepted') {
          return { caseId, waitingAt: 'capture', waived: [...last.waived] }
        }
        demandStage(log, ['called'])
        const examined = await examine(transaction, world, caseId, log)
        const { waived } = valueOrRefuse(decideComplete(examined))
        await leaveQueue(transaction, caseId, clock())
        await appendFact(transaction, caseId, { type: 'requirements-accepted', waived }, clock())
        const subject = { caseId, waived: waived.join(' ') }
        await recordAct(transaction, { at: clock(), actor: by, act: 'counter.completed', subject })
        return { caseId, waitingAt: 'capture', waived: [...waived] }
      })
      return done ?? refuseUnknown()
    },
  )

  app.post(
    '/api/counter/:caseId/return',
    {
      onRequest: officer,
      schema: {
        summary: 'Send a resident home with a reason that can be read by ticket',
        params: Params,
        body: ReturnRequest,
        response: { 200: CounterActed },
      },
    },
    async (request): Promise<CounterActed> => {
      const { requirementId, reason } = request.body
      const by = accountOf(request).accountId
      const stages = ['called', 'queue'] as const
      return actAt(db, request.params.caseId, stages, async (transaction, caseId, log) => {
        const isSentAgain =
          log.at(-1)?.type === 'counter-returned' &&
          (await wasReturnedSo(transaction, vault, { caseId, requirementId, reason, by }))
        if (isSentAgain) return { caseId, waitingAt: 'queue', waived: [] }
        demandStage(log, ['called'])
        const { items } = await examine(transaction, world, caseId, log)
        const isOwn = items.some((it) => it.requirement.id === requirementId)
        if (requirementId !== undefined && !isOwn) {
          refuse(422, { code: 'counter.not-required', requirementId })
        }
        const atMs = clock()
        await saveReturn(transaction, vault, { caseId, requirementId, reason, by, atMs })
        await leaveQueue(transaction, caseId, atMs)
        await appendFact(transaction, caseId, { type: 'counter-returned' }, atMs)
        const subject = { caseId, requirementId: requirementId ?? '' }
        await recordAct(transaction, { at: atMs, actor: by, act: 'counter.returned', subject })
        return { caseId, waitingAt: 'queue', waived: [] }
      })
    },
  )
}
