// Without-finger route — a card to a holder whose finger nobody can read: two people answer for it.
//
// The operator compares the face with the photo on the card; a supervisor has given leave before.
// Tries that did not match do not stand in the way: the supervisor saw them.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { valueOrRefuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { findGranted } from '../approvals/approved.ts'
import type { ApprovalSubject } from '../approvals/subject.ts'
import { actAt, demandStage } from '../cases/at-stage.ts'
import { recordAct } from '../log/act.ts'
import { appendFact } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { demandUnlocked, tellTry } from './standing.ts'
import { dropPrintMaterials, isIssuedBy, saveIssuedWithoutFinger } from './store.ts'
import { FingerTaken, WithoutFingerRequest } from './wire.ts'

type WithoutFinger = Extract<ApprovalSubject, { kind: 'handover-without-finger' }>

export function withoutFingerRoute(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/handovers/:caseId/without-finger',
    {
      onRequest: allow('operator-ktp'),
      schema: {
        summary: 'Hand a card over by a supervisor’s leave, once the face was compared',
        params: Type.Object({ caseId: Type.String() }),
        body: WithoutFingerRequest,
        response: { 200: FingerTaken },
      },
    },
    async (request): Promise<FingerTaken> => {
      const { approvalId } = request.body
      const by = accountOf(request).accountId
      const { caseId } = request.params
      return actAt(world.db, caseId, ['handover', 'done'], async (transaction, caseId, log) => {
        // Asked again after the reply was lost on the way, it answers the same.
        if (!(await isIssuedBy(transaction, caseId, approvalId))) {
          demandStage(log, ['handover'])
          await demandUnlocked(world, transaction, caseId)
          valueOrRefuse(
            await findGranted(transaction, world.vault, caseId, approvalId, isForThis),
            409,
          )
          const atMs = world.clock()
          const issued = { caseId, approvalId, officer: by, atMs }
          await saveIssuedWithoutFinger(transaction, issued)
          await appendFact(transaction, caseId, { type: 'issued', approvalId }, atMs)
          const act = 'card.issued-without-finger'
          const subject = { caseId, approvalId }
          await dropPrintMaterials(transaction, caseId)
          await recordAct(transaction, { at: atMs, actor: by, act, subject })
        }
        return tellTry(world, transaction, caseId, 'issued')
      })
    },
  )
}

function isForThis(subject: ApprovalSubject): subject is WithoutFinger {
  return subject.kind === 'handover-without-finger'
}
