// Routes — the expert's work: what waits, taking a case, looking at both records, the verdict.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { valueOrRefuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { recordCenterAct } from '../log/act.ts'
import type { CenterWorld } from '../world.ts'
import { lookRoutes } from './looks.ts'
import { claim, listOpen, release } from './store.ts'
import { giveVerdict, type VerdictNeeds } from './verdict.ts'
import { AdjudicationsReply, ClaimReply, VerdictReply, VerdictRequest } from './wire.ts'

const Params = Type.Object({ caseId: Type.String({ format: 'uuid' }) })

const path = '/api/adjudications'
const experts = allow('adjudicator')
const lookers = allow('adjudicator', 'supervisor')

export function adjudicationRoutes(app: HttpApp, needs: VerdictNeeds): void {
  addList(app, needs.world)
  addClaims(app, needs.world)
  lookRoutes(app, needs.world)

  app.post(
    `${path}/:caseId/verdict`,
    {
      onRequest: experts,
      schema: {
        summary: 'What the expert found, with the reason; only by who took the case',
        params: Params,
        body: VerdictRequest,
        response: { 200: VerdictReply },
      },
    },
    async (request) => {
      const { caseId } = request.params
      const { verdict, sameAs, reason } = request.body
      const { accountId } = accountOf(request)
      const given = await giveVerdict(needs, caseId, { verdict, sameAs, reason }, accountId)
      const isSlip = !given.ok && given.issue.code.match(/same-as|reason/) !== null
      return { settled: valueOrRefuse(given, isSlip ? 422 : 409) }
    },
  )
}

function addList(app: HttpApp, { db }: CenterWorld): void {
  app.get(
    path,
    {
      onRequest: lookers,
      schema: { summary: 'What waits for an expert', response: { 200: AdjudicationsReply } },
    },
    async (request) => {
      const { accountId } = accountOf(request)
      const rows = await listOpen(db)
      return {
        waiting: rows.map((row) => ({
          caseId: row.case_id,
          reason: row.reason,
          officeName: row.name,
          openedAtMs: row.opened_at.getTime(),
          candidateCount: (row.candidates as readonly unknown[]).length,
          claimed:
            row.claimed_by === null
              ? null
              : { name: row.display_name ?? '', own: row.claimed_by === accountId },
        })),
      }
    },
  )
}

function addClaims(app: HttpApp, { db, clock }: CenterWorld): void {
  app.post(
    `${path}/:caseId/claim`,
    {
      onRequest: experts,
      schema: { summary: 'Take a case', params: Params, response: { 200: ClaimReply } },
    },
    async (request) => {
      const { caseId } = request.params
      const { accountId } = accountOf(request)
      const claimed = await db.transaction().execute(async (transaction) => {
        const answer = await claim(transaction, caseId, accountId, clock())
        if (answer.ok) {
          const about = { at: clock(), actor: accountId, subject: { caseId } }
          await recordCenterAct(transaction, { ...about, act: 'adjudication.claimed' })
        }
        return answer
      })
      valueOrRefuse(claimed, 409)
      return { claimed: true }
    },
  )

  app.post(
    `${path}/:caseId/release`,
    {
      onRequest: lookers,
      schema: { summary: 'Give a case back', params: Params, response: { 200: ClaimReply } },
    },
    async (request) => {
      const { caseId } = request.params
      const { accountId, role } = accountOf(request)
      const by = { accountId, mayForOthers: role === 'supervisor' }
      const released = await db.transaction().execute(async (transaction) => {
        const answer = await release(transaction, caseId, by)
        if (answer.ok) {
          const about = { at: clock(), actor: accountId, subject: { caseId } }
          await recordCenterAct(transaction, { ...about, act: 'adjudication.released' })
        }
        return answer
      })
      valueOrRefuse(released, 409)
      return { claimed: false }
    },
  )
}
