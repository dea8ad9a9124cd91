// Routes — the hand-over: a finger is asked of the scanner, checked one to one, and the card is out.

import { Type } from 'typebox'
import type { CaseId, Fact } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { actAt, demandStage } from '../cases/at-stage.ts'
import { lockedUntil } from '../cases/card-lock.ts'
import { findCase, findForm } from '../cases/case-file.ts'
import { recordAct } from '../log/act.ts'
import { appendFact, casesAfter } from '../log/log.ts'
import { readScannedSlap, scannerAnswerBytesMax, scannerRequestOf } from '../records/scanner.ts'
import { askSlap, closeSlap, findSlap } from '../records/slaps.ts'
import type { OfficeWorld } from '../world.ts'
import { bestFirst, decideHandover } from './hand-over.ts'
import { demandTriesLeft, demandUnlocked, tellTry, triesLeft } from './standing.ts'
import { dropPrintMaterials, findRecordedFinger, findTry, listPositions, saveTry } from './store.ts'
import {
  AskFingerRequest,
  FingerAsked,
  FingerTaken,
  HandoversReply,
  TakeFingerRequest,
} from './wire.ts'
import { withoutFingerRoute } from './without-finger-route.ts'

const Params = Type.Object({ caseId: Type.String() })
const operator = allow('operator-ktp')

export function handoverRoutes(app: HttpApp, world: OfficeWorld): void {
  withoutFingerRoute(app, world)
  app.get(
    '/api/handovers',
    {
      onRequest: operator,
      schema: { summary: 'Cards that wait for their holders', response: { 200: HandoversReply } },
    },
    () => listWaiting(world),
  )

  app.post(
    '/api/handovers/:caseId/transaction',
    {
      onRequest: operator,
      schema: {
        summary: 'Ask for one live finger of the receiver',
        params: Params,
        body: AskFingerRequest,
        response: { 200: FingerAsked },
      },
    },
    async (request): Promise<FingerAsked> => {
      const position = request.body.position as FingerPosition
      const asked = await actAt(
        world.db,
        request.params.caseId,
        ['handover'],
        async (transaction, caseId) => {
          await demandUnlocked(world, transaction, caseId)
          await demandTriesLeft(world, transaction, caseId)
          const positions = await listPositions(transaction, caseId)
          if (!positions.includes(position)) refuse(409, { code: 'handover.no-such-finger' })
          return askSlap(transaction, world, scopeOf(caseId), [position])
        },
      )
      const deviceId = request.body.deviceId ?? '1'
      return {
        transactionId: asked.transactionId,
        request: scannerRequestOf(world, { ...asked, deviceId, exceptions: [] }),
      }
    },
  )

  app.post(
    '/api/handovers/:caseId',
    {
      onRequest: operator,
      schema: {
        summary: 'The scanner’s answer: if it is the holder’s finger, the card is handed over',
        params: Params,
        body: TakeFingerRequest,
        response: { 200: FingerTaken },
      },
      bodyLimit: scannerAnswerBytesMax,
    },
    async (request): Promise<FingerTaken> => {
      const { caseId } = request.params
      const { transactionId, response } = request.body
      const scope = scopeOf(caseId as CaseId)
      const slap = valueOrRefuse(await findSlap(world.db, scope, transactionId))
      const earlier = await findTry(world.db, transactionId)
      if (earlier !== undefined) return tellTry(world, world.db, caseId as CaseId, earlier)
      const scanned = valueOrRefuse(await readScannedSlap(world, slap, response))
      const live = scanned.fingers[0]?.template
      if (live === undefined) return refuse(422, { code: 'handover.not-read' })
      const position = slap.positions[0] as FingerPosition
      const by = accountOf(request).accountId
      return actAt(world.db, caseId, ['handover', 'done'], async (transaction, caseId, log) => {
        // The same answer may have come twice at once: the second finds how the first one ended.
        const meanwhile = await findTry(transaction, transactionId)
        if (meanwhile !== undefined) return tellTry(world, transaction, caseId, meanwhile)
        demandStage(log, ['handover'])
        await demandUnlocked(world, transaction, caseId)
        await demandTriesLeft(world, transaction, caseId)
        const { vault } = world
        const recorded = await findRecordedFinger(transaction, vault, caseId, position)
        if (recorded === undefined) return refuse(409, { code: 'handover.no-such-finger' })
        const compared = decideHandover(recorded, live)
        const atMs = world.clock()
        await saveTry(transaction, {
          caseId,
          transactionId,
          position,
          ...compared,
          officer: by,
          atMs,
        })
        await closeSlap(transaction, world, transactionId, scanned.lastHash)
        const isIssued = compared.outcome === 'issued'
        const fact: Fact = isIssued
          ? { type: 'issued', position }
          : { type: 'handover-refused', position }
        await appendFact(transaction, caseId, fact, atMs)
        const act = isIssued ? 'card.issued' : 'card.handover-refused'
        await recordAct(transaction, { at: atMs, actor: by, act, subject: { caseId, position } })
        if (isIssued) await dropPrintMaterials(transaction, caseId)
        return tellTry(world, transaction, caseId, compared.outcome)
      })
    },
  )
}

async function listWaiting(world: OfficeWorld): Promise<HandoversReply> {
  const waiting: HandoversReply['waiting'] = []
  for (const { caseId, atMs } of await casesAfter(world.db, ['printed'])) {
    const file = await findCase(world.db, caseId)
    const form = await findForm(world.db, world.vault, caseId)
    if (file === undefined || form === undefined) continue
    waiting.push({
      caseId,
      ticket: file.ticket,
      name: form.biodata.name,
      printedAtMs: atMs,
      lockedUntil: lockedUntil(world, form) ?? null,
      positions: bestFirst(await listPositions(world.db, caseId)),
      triesLeft: await triesLeft(world, world.db, caseId),
    })
  }
  return { waiting, scannerPorts: world.settings.scannerPorts }
}

function scopeOf(caseId: CaseId): string {
  return `handover/${caseId}`
}
