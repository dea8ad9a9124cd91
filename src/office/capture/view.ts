// View — a capture as the wizard shows it: everything taken, everything lacking, in one answer.

import { residentPartOf } from '#card/resident-fields'
import type { CaseEvent } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import { qualityAccepted } from '#finger'
import { present } from '#kit/assert'
import { photoBackgroundOf } from '#resident/photo-background'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type VillageCode } from '#resident/wilayah'
import type { Account } from '#staff/account'
import { type Approval, listApprovals } from '../approvals/approvals.ts'
import { type CaseFile, type FormOnFile, findCase, findForm } from '../cases/case-file.ts'
import { type OfficeDb, type OfficeTransaction, readLog } from '../log/log.ts'
import {
  bestTryOf,
  type CapturedFinger,
  type FingerTry,
  fingerTriesMax,
  readCapturedFingers,
} from '../records/captured.ts'
import type { OfficeWorld } from '../world.ts'
import { missingPartsOf, standingOf } from './capture.ts'
import type { GuardFinding } from './guards.ts'
import { type CaptureRow, findCapture, readImages } from './store.ts'
import type { ApprovalView, CaptureView, FingerView, GuardView } from './wire.ts'

export async function captureViewOf(
  world: OfficeWorld,
  file: CaseFile,
  viewer: Account,
): Promise<CaptureView> {
  const { db, vault } = world
  const { caseId } = file
  const log = await readLog(db, caseId)
  const form = present(await findForm(db, vault, caseId), 'a case at capture has its form')
  const capture = await findCapture(db, caseId)
  const images = await readImages(db, caseId)
  const fingers = await readCapturedFingers(db, caseId)
  const approvals = await listApprovals(db, vault, { caseId })
  const biodataConfirmed = capture?.biodataConfirmedAtMs !== undefined
  const missing = missingPartsOf({ biodataConfirmed, images: new Set(images.keys()), fingers })
  return {
    caseId,
    ticket: file.ticket,
    serviceType: file.serviceType,
    waitingAt: waitingAt(log),
    calledAtMs: calledAtMsOf(log),
    ...operatorPartOf(capture, viewer),
    operatorName: capture ? await nameOf(db, capture.operator) : null,
    officeEnrolled: world.identity.center() !== undefined,
    ...residentViewOf(form),
    photo: images.get('photo') ?? null,
    signature: images.get('signature') ?? null,
    fingers: fingers.map(fingerViewOf),
    gate: qualityAccepted,
    triesMax: fingerTriesMax,
    approvals: approvals.map(approvalViewOf),
    guards: capture?.guards ? await guardViewsOf(db, capture.guards) : null,
    missing: [...missing],
    scannerPorts: world.settings.scannerPorts,
  }
}

export function fingerViewOf(finger: CapturedFinger): FingerView {
  const { position, tries } = finger
  return {
    position,
    standing: standingOf(finger),
    tries: tries.length,
    triesLeft: Math.max(0, fingerTriesMax - tries.length),
    best: tryViewOf(bestTryOf(finger)),
    last: tryViewOf(tries.at(-1)),
    exception: finger.exception ?? null,
  }
}

/** The earlier case is told by its ticket: who that was is not for this counter to see. */
export async function guardViewsOf(
  db: OfficeDb | OfficeTransaction,
  guards: readonly GuardFinding[],
): Promise<GuardView[]> {
  const views: GuardView[] = []
  for (const found of guards) {
    const isEarlier = found.guard === 'already-recorded'
    const earlier = isEarlier ? await findCase(db, found.of) : undefined
    views.push({
      guard: found.guard,
      positions: isEarlier ? [] : [...found.positions],
      ticket: earlier?.ticket ?? null,
    })
  }
  return views
}

export async function nameOf(
  db: OfficeDb | OfficeTransaction,
  accountId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('accounts')
    .select('display_name')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.display_name ?? null
}

function operatorPartOf(capture: CaptureRow | undefined, viewer: Account) {
  return {
    startedAtMs: capture?.startedAtMs ?? null,
    isMine: capture?.operator === viewer.accountId,
    biodataConfirmedAtMs: capture?.biodataConfirmedAtMs ?? null,
  }
}

function residentViewOf(form: FormOnFile): Pick<CaptureView, 'background' | 'resident'> {
  const village = present(
    findVillage(tungkalJayaTables, form.villageCode as VillageCode),
    'a saved form is of a village of this kecamatan',
  )
  const { fullName, nik, nomorKk, biodata } = residentPartOf(form.biodata, village)
  return {
    background: photoBackgroundOf(form.biodata.birthDate),
    resident: { name: fullName, nik, nomorKk, rows: biodata.map((row) => ({ ...row })) },
  }
}

/** The promise of ten minutes runs from the last call. */
function calledAtMsOf(log: readonly CaseEvent[]): number | null {
  return log.findLast((event) => event.type === 'called')?.atMs ?? null
}

function tryViewOf(it: FingerTry | undefined): FingerView['best'] {
  return it === undefined ? null : { quality: it.quality, problems: [...it.problems] }
}

function approvalViewOf({ approvalId, subject, askedAtMs, decision }: Approval): ApprovalView {
  return {
    approvalId,
    subject,
    askedAtMs,
    granted: decision?.granted ?? null,
    decisionReason: decision?.reason ?? null,
  }
}
