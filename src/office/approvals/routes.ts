// Routes — the second person: asking with a reason, what waits, and a word that decides.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { calendarDateAt } from '#resident/calendar-date'
import { accountOf, allow } from '#staff/guard'
import { actAt, demandStage, refuseUnknown } from '../cases/at-stage.ts'
import { findCase, findForm } from '../cases/case-file.ts'
import { requirementsOf } from '../cases/requirements.ts'
import { actOnCase, type OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import {
  type Approval,
  askApproval,
  decideApproval,
  findApproval,
  listApprovals,
} from './approvals.ts'
import { ApprovalRequest, type ApprovalSubject, askedAt } from './subject.ts'
import { rowsOf } from './view.ts'
import {
  ApprovalAsked,
  ApprovalRow,
  ApprovalsQuery,
  ApprovalsReply,
  DecisionRequest,
} from './wire.ts'

const Params = Type.Object({ approvalId: Type.String({ maxLength: 40 }) })

export function approvalRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/approvals',
    {
      onRequest: allow('petugas-loket', 'operator-ktp'),
      schema: {
        summary: 'Ask a supervisor for an approval, with a reason',
        body: ApprovalRequest,
        response: { 200: ApprovalAsked },
      },
    },
    async (request): Promise<ApprovalAsked> => {
      const { caseId: caseIdText, reason, ...subject } = request.body
      const { accountId: by, role } = accountOf(request)
      const { stage, role: asker } = askedAt[subject.kind]
      if (role !== asker) refuse(403, { code: 'role.not-allowed', role })
      return actAt(world.db, caseIdText, [stage], async (transaction, caseId) => {
        await demandWaivable(transaction, world, caseId, subject)
        return {
          approvalId: await askApproval(transaction, world, { caseId, subject, reason, by }),
        }
      })
    },
  )

  app.get(
    '/api/approvals',
    {
      onRequest: allow('petugas-loket', 'operator-ktp', 'supervisor'),
      schema: {
        summary: 'The approvals of one case, or for a supervisor all that wait',
        querystring: ApprovalsQuery,
        response: { 200: ApprovalsReply },
      },
    },
    async (request): Promise<ApprovalsReply> => {
      const { accountId, role } = accountOf(request)
      const asked = request.query
      const isOfCase = 'caseId' in asked
      if (!isOfCase && role !== 'supervisor') refuse(403, { code: 'role.not-allowed', role })
      const which = isOfCase
        ? { caseId: ((await findCase(world.db, asked.caseId)) ?? refuseUnknown()).caseId }
        : 'waiting'
      const rows = await rowsOf(world, await listApprovals(world.db, world.vault, which), accountId)
      // What was asked for a case that moved on meanwhile waits for nobody.
      const approvals = isOfCase ? rows : rows.filter((it) => it.isStillDue)
      return { approvals, nowMs: world.clock() }
    },
  )

  app.post(
    '/api/approvals/:approvalId/decision',
    {
      onRequest: allow('supervisor'),
      schema: {
        summary: 'Grant or refuse, once, with a reason; never what one asked oneself',
        params: Params,
        body: DecisionRequest,
        response: { 200: ApprovalRow },
      },
    },
    async (request): Promise<ApprovalRow> => {
      const { accountId: by } = accountOf(request)
      const decided = await decide(world, { ...request.params, ...request.body, by })
      const [row] = await rowsOf(world, [decided], by)
      return row ?? refuse(404, { code: 'approval.unknown' })
    },
  )
}

async function decide(
  world: OfficeWorld,
  decision: Parameters<typeof decideApproval>[2],
): Promise<Approval> {
  const asked =
    (await findApproval(world.db, world.vault, decision.approvalId)) ??
    refuse(404, { code: 'approval.unknown' })
  const answer = await actOnCase(world.db, asked.caseId, async (transaction, log) => {
    // What is decided already answers so wherever its case has gone since.
    if (asked.decision === undefined) demandStage(log, [askedAt[asked.subject.kind].stage])
    return valueOrRefuse(await decideApproval(transaction, world, decision), 409)
  })
  return answer ?? refuseUnknown()
}

/** A requirement that this resident does not have, or that nobody may waive, is not asked for. */
async function demandWaivable(
  transaction: OfficeTransaction,
  { vault, clock }: Pick<OfficeWorld, 'vault' | 'clock'>,
  caseId: Parameters<typeof findForm>[2],
  subject: ApprovalSubject,
): Promise<void> {
  if (subject.kind !== 'waive-requirement') return
  const file = (await findCase(transaction, caseId)) ?? refuseUnknown()
  const form = (await findForm(transaction, vault, caseId)) ?? refuse(409, { code: 'form.none' })
  const { items } = requirementsOf(file.serviceType, form.biodata, calendarDateAt(clock()))
  const item = items.find((it) => it.requirement.id === subject.requirementId)
  if (item === undefined || item.requirement.waivableBy === 'nobody') {
    refuse(422, { code: 'approval.not-waivable', requirementId: subject.requirementId })
  }
}
