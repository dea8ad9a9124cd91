// Finger routes — the ten fingers: asked of the scanner, taken, done without, taken anew.

import { Type } from 'typebox'
import { type CaseId, parseCaseId } from '#enrollment/events'
import { type FingerPosition, slaps } from '#enrollment/fingers'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { allow } from '#staff/guard'
import { findGranted } from '../approvals/approved.ts'
import type { ApprovalSubject } from '../approvals/subject.ts'
import { refuseUnknown } from '../cases/at-stage.ts'
import type { OfficeAct } from '../log/act.ts'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import { type CapturedFinger, readCapturedFingers } from '../records/captured.ts'
import { readScannedSlap, scannerAnswerBytesMax, scannerRequestOf } from '../records/scanner.ts'
import { askSlap, closeSlap, findSlap, type SlapOnFile } from '../records/slaps.ts'
import type { OfficeWorld } from '../world.ts'
import { checkMayKeep, positionsToTake } from './capture.ts'
import { actInCapture } from './in-capture.ts'
import {
  type CaptureRow,
  forgetFingers,
  saveAcceptance,
  saveException,
  saveGuards,
  saveTry,
  sealImage,
} from './store.ts'
import { fingerViewOf } from './view.ts'
import {
  ApplyApprovalRequest,
  AskSlapRequest,
  FingerChanged,
  ForgetRequest,
  SlapAsked,
  SlapTaken,
  TakeSlapRequest,
} from './wire.ts'

const Params = Type.Object({ caseId: Type.String() })
const operator = allow('operator-ktp')

export function fingerRoutes(app: HttpApp, world: OfficeWorld): void {
  askRoute(app, world)
  takeRoute(app, world)
  leaveRoute(app, world, exception)
  leaveRoute(app, world, lowQuality)
  forgetRoute(app, world)
}

function askRoute(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/captures/:caseId/fingers/transaction',
    {
      onRequest: operator,
      schema: {
        summary: 'Ask for a press of fingers: answers what to hand to the scanner',
        params: Params,
        body: AskSlapRequest,
        response: { 200: SlapAsked },
      },
    },
    async (request): Promise<SlapAsked> => {
      const { slap, positions: named, deviceId = '1' } = request.body
      return actInCapture(world, request, async (transaction, { caseId }) => {
        const fingers = await readCapturedFingers(transaction, caseId)
        const toTake = positionsToTake(slaps[slap], named as FingerPosition[] | undefined, fingers)
        const positions = valueOrRefuse(toTake, 409)
        const asked = await askSlap(transaction, world, scopeOf(caseId), positions)
        const exceptions = fingers
          .filter((finger) => finger.exception !== undefined)
          .map(({ position }) => position)
        const body = scannerRequestOf(world, { ...asked, deviceId, exceptions })
        return { ...asked, positions: [...positions], request: body }
      })
    },
  )
}

function takeRoute(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/captures/:caseId/fingers',
    {
      onRequest: operator,
      bodyLimit: scannerAnswerBytesMax,
      schema: {
        summary: 'The scanner’s answer: believed if all of it holds, and measured here',
        params: Params,
        body: TakeSlapRequest,
        response: { 200: SlapTaken },
      },
    },
    async (request): Promise<SlapTaken> => {
      const { transactionId, response } = request.body
      const caseId = parseCaseId(request.params.caseId) ?? refuseUnknown()
      const asked = valueOrRefuse(await findSlap(world.db, scopeOf(caseId), transactionId), 409)
      if (asked.isAnswered) return takenOf(world.db, caseId, asked)
      const { fingers, notTaken, lastHash } = valueOrRefuse(
        await readScannedSlap(world, asked, response),
      )
      const sealed = await Promise.all(
        fingers.map(async (finger) => ({
          ...finger,
          image: await sealImage(world, finger.record),
        })),
      )
      const keep = async (transaction: OfficeTransaction) => {
        const again = valueOrRefuse(
          await findSlap(transaction, scopeOf(caseId), transactionId),
          409,
        )
        // The same answer was on its way twice.
        if (again.isAnswered) return takenOf(transaction, caseId, again)
        const before = await readCapturedFingers(transaction, caseId)
        for (const finger of sealed) {
          const tries = before.find((it) => it.position === finger.position)?.tries ?? []
          const nth = (tries.at(-1)?.nth ?? 0) + 1
          await saveTry(transaction, world, caseId, { ...finger, nth })
        }
        await closeSlap(transaction, world, transactionId, lastHash)
        await saveGuards(transaction, caseId, undefined)
        return { ...(await takenOf(transaction, caseId, asked)), notTaken: [...notTaken] }
      }
      return actInCapture(world, request, keep, { act: 'capture.fingers-taken' })
    },
  )
}

/** What stands at the asked positions by now. */
async function takenOf(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
  { positions }: Pick<SlapOnFile, 'positions'>,
): Promise<SlapTaken> {
  const fingers = await readCapturedFingers(db, caseId)
  const asked = fingers.filter(({ position }) => positions.includes(position))
  const notTaken = asked.filter(({ tries }) => tries.length === 0).map(({ position }) => position)
  return { fingers: asked.map(fingerViewOf), notTaken }
}

type FingerKind = 'missing-finger' | 'low-quality'

/** What a supervisor may allow for one finger, and what it changes. */
interface FingerLeave<Kind extends FingerKind> {
  readonly kind: Kind
  readonly path: string
  readonly summary: string
  readonly act: OfficeAct
  /** Refuses where the finger needs no leave yet; looked at before the leave itself. */
  readonly check: ((finger: CapturedFinger) => ReturnType<typeof checkMayKeep>) | undefined
  apply(
    transaction: OfficeTransaction,
    granted: Extract<ApprovalSubject, { kind: Kind }>,
    of: { readonly caseId: CaseId; readonly position: FingerPosition; readonly approvalId: string },
  ): Promise<void>
}

const exception: FingerLeave<'missing-finger'> = {
  kind: 'missing-finger',
  path: 'exceptions',
  summary: 'Do without a finger, by a supervisor’s leave',
  act: 'capture.finger-excepted',
  check: undefined,
  async apply(transaction, granted, { caseId, position, approvalId }) {
    await saveException(transaction, caseId, { position, kind: granted.exception, approvalId })
    await saveGuards(transaction, caseId, undefined)
  },
}

const lowQuality: FingerLeave<'low-quality'> = {
  kind: 'low-quality',
  path: 'accept-quality',
  summary: 'Keep the best of three tries below the gate, by a supervisor’s leave',
  act: 'capture.quality-accepted',
  check: checkMayKeep,
  apply: (transaction, _, { caseId, position, approvalId }) =>
    saveAcceptance(transaction, caseId, position, approvalId),
}

function leaveRoute<Kind extends FingerKind>(
  app: HttpApp,
  world: OfficeWorld,
  leave: FingerLeave<Kind>,
): void {
  type Subject = Extract<ApprovalSubject, { kind: Kind }>
  app.post(
    `/api/captures/:caseId/${leave.path}`,
    {
      onRequest: operator,
      schema: {
        summary: leave.summary,
        params: Params,
        body: ApplyApprovalRequest,
        response: { 200: FingerChanged },
      },
    },
    async (request): Promise<FingerChanged> => {
      const { approvalId } = request.body
      const position = request.body.position as FingerPosition
      const isForThis = (subject: ApprovalSubject): subject is Subject =>
        subject.kind === leave.kind && 'position' in subject && subject.position === position
      const apply = async (transaction: OfficeTransaction, { caseId }: CaptureRow) => {
        const fingers = await readCapturedFingers(transaction, caseId)
        const finger = fingers.find((it) => it.position === position)
        if (finger && leave.check) valueOrRefuse(leave.check(finger), 409)
        const granted = valueOrRefuse(
          await findGranted(transaction, world.vault, caseId, approvalId, isForThis),
          409,
        )
        await leave.apply(transaction, granted, { caseId, position, approvalId })
        return changed(transaction, caseId)
      }
      const subject = { position, approvalId }
      return actInCapture(world, request, apply, { act: leave.act, subject })
    },
  )
}

function forgetRoute(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/captures/:caseId/fingers/forget',
    {
      onRequest: operator,
      schema: {
        summary: 'Take fingers anew that a guard named or that were done without',
        params: Params,
        body: ForgetRequest,
        response: { 200: FingerChanged },
      },
    },
    async (request): Promise<FingerChanged> => {
      const positions = request.body.positions as FingerPosition[]
      return actInCapture(
        world,
        request,
        async (transaction, { caseId, guards = [] }) => {
          const fingers = await readCapturedFingers(transaction, caseId)
          const named = guards.flatMap((it) => ('positions' in it ? it.positions : []))
          const excepted = fingers.filter((it) => it.exception !== undefined)
          const mayBe = [...named, ...excepted.map(({ position }) => position)]
          const strange = positions.filter((it) => !mayBe.includes(it))
          if (strange.length > 0) refuse(409, { code: 'capture.keep', positions: strange })
          await forgetFingers(transaction, caseId, positions)
          await saveGuards(transaction, caseId, undefined)
          return changed(transaction, caseId)
        },
        { act: 'capture.fingers-forgotten' },
      )
    },
  )
}

async function changed(transaction: OfficeTransaction, caseId: CaseId): Promise<FingerChanged> {
  return { fingers: (await readCapturedFingers(transaction, caseId)).map(fingerViewOf) }
}

function scopeOf(caseId: string): string {
  return `capture/${caseId}`
}
