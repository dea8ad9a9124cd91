// Routes — the expert's work: what waits, taking a case, looking at both records, the verdict.

import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { valueOrRefuse } from '#kit/node/http-refusal'
import type { AccountId } from '#staff/account'
import { accountOf, allow } from '#staff/guard'
import { recordCenterAct } from '../log/act.ts'
import type { CenterWorld } from '../world.ts'
import { checkTurn, lacksExpert, type Speaker, sightOf } from './adjudication.ts'
import { endRoutes } from './ends.ts'
import { type LookNeeds, lookRoutes } from './looks.ts'
import { claim, listOpen, readExperts, release } from './store.ts'
import { giveVerdict, type VerdictNeeds } from './verdict.ts'
import { AdjudicationsReply, ClaimReply, VerdictReply, VerdictRequest } from './wire.ts'

const Params = Type.Object({ caseId: Type.String({ format: 'uuid' }) })

const path = '/api/adjudications'
/** Whether it is their turn to take a case or to speak, the case itself says. */
const lookers = allow('adjudicator', 'supervisor')

export type AdjudicationNeeds = VerdictNeeds & LookNeeds

export function adjudicationRoutes(app: HttpApp, needs: AdjudicationNeeds): void {
  addList(app, needs.world)
  addClaims(app, needs.world)
  lookRoutes(app, needs)
  endRoutes(app, needs.world)

  app.post(
    `${path}/:caseId/verdict`,
    {
      onRequest: lookers,
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
      const by = speakerOf(request)
      const given = await giveVerdict(needs, caseId, { verdict, sameAs, reason }, by)
      const isSlip = !given.ok && given.issue.code.match(/same-as|reason|needs-two/) !== null
      return { outcome: valueOrRefuse(given, isSlip ? 422 : 409) }
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
      const who = speakerOf(request)
      const rows = await listOpen(db)
      const experts = await readExperts(db)
      return {
        experts: experts.length,
        waiting: rows.map((row) => ({
          ...turnOf(row, who, experts),
          caseId: row.case_id,
          reason: row.reason,
          officeName: row.name,
          openedAtMs: row.opened_at.getTime(),
          candidateCount: (row.candidates as readonly unknown[]).length,
          claimed:
            row.claimed_by === null
              ? null
              : { name: row.display_name ?? '', own: row.claimed_by === who.accountId },
        })),
      }
    },
  )
}

function turnOf(
  { spokenBy }: { readonly spokenBy: readonly string[] },
  who: Speaker,
  experts: readonly string[],
) {
  const opinions = spokenBy.map((by) => ({ by }))
  return {
    standing: sightOf(opinions, who).standing,
    given: spokenBy.includes(who.accountId),
    mayTake: checkTurn(opinions, who).ok,
    lacksExpert: lacksExpert(opinions, experts),
  }
}

function speakerOf(request: FastifyRequest): Speaker & { readonly accountId: AccountId } {
  const { accountId, role } = accountOf(request)
  return { accountId, isSupervisor: role === 'supervisor' }
}

function addClaims(app: HttpApp, { db, clock }: CenterWorld): void {
  app.post(
    `${path}/:caseId/claim`,
    {
      onRequest: lookers,
      schema: { summary: 'Take a case', params: Params, response: { 200: ClaimReply } },
    },
    async (request) => {
      const { caseId } = request.params
      const who = speakerOf(request)
      const { accountId } = who
      const claimed = await db.transaction().execute(async (transaction) => {
        const answer = await claim(transaction, caseId, who, clock())
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
