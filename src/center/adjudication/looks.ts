// Looks — both records of a case, and what the expert sees of them; each look is written down.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { refuse } from '#kit/node/http-refusal'
import type { AccountId } from '#staff/account'
import { findAccount } from '#staff/accounts'
import { accountOf, allow } from '#staff/guard'
import { type CenterAct, recordCenterAct } from '../log/act.ts'
import type { CenterWorld } from '../world.ts'
import { checkTurn, lacksExpert, type Speaker, sightOf } from './adjudication.ts'
import { readAlike } from './alike.ts'
import { readOpinions, reasonOf } from './opinions.ts'
import { pairFingers, readImage, readPerson } from './person.ts'
import { type FprOf, rateOf, readSearches } from './searched.ts'
import { type Adjudication, type Candidate, findAdjudication, readExperts } from './store.ts'
import { AdjudicationReply, PairsReply } from './wire.ts'

const CaseParam = { caseId: Type.String({ format: 'uuid' }) }
const Params = Type.Object(CaseParam)
const PairParams = Type.Object({ ...CaseParam, candidate: Type.String({ maxLength: 36 }) })
const ImageParams = Type.Object({
  ...CaseParam,
  /** 'newcomer', or the case of a candidate of this very adjudication. */
  which: Type.String({ maxLength: 36 }),
  item: Type.String({ pattern: '^(photo|signature|finger-([1-9]|10))$' }),
})

const path = '/api/adjudications'
const lookers = allow('adjudicator', 'supervisor')

export interface LookNeeds {
  readonly world: CenterWorld
  readonly fprOf: FprOf
}

/** Adds what may be looked at; nothing here changes a case. */
export function lookRoutes(app: HttpApp, { world, fprOf }: LookNeeds): void {
  addRecords(app, { world, fprOf })
  addPairs(app, world)
  addImages(app, world)
}

function addRecords(app: HttpApp, { world, fprOf }: LookNeeds): void {
  app.get(
    `${path}/:caseId`,
    {
      onRequest: lookers,
      schema: {
        summary: 'Both records, side by side; every look is recorded',
        params: Params,
        response: { 200: AdjudicationReply },
      },
    },
    async (request) => {
      const { accountId, role } = accountOf(request)
      const held = await getAdjudication(world, request.params.caseId)
      const { caseId, reason, openedAtMs } = held
      await recordLook(world, accountId, 'adjudication.opened', { caseId })
      const newcomer = await readPerson(world, caseId, caseId)
      const searches = await readSearches(world.db, caseId)
      const candidates: AdjudicationReply['candidates'] = []
      for (const it of held.candidates) {
        const { score, isOwnNik } = it
        const person = await readPerson(world, it.caseId, caseId)
        const falsePositiveRate = rateOf(fprOf, it, searches, newcomer.fingers.length)
        candidates.push({ person, score, isOwnNik, falsePositiveRate, fingers: [...it.fingers] })
      }
      const who = { accountId, isSupervisor: role === 'supervisor' }
      return {
        caseId,
        reason,
        openedAtMs,
        claimed: await claimShown(world, held, accountId),
        decided: held.decided ?? null,
        ...(await opinionsShown(world, held, who)),
        searches,
        alike: await readAlike(world, held),
        newcomer,
        candidates,
      }
    },
  )
}

function addPairs(app: HttpApp, world: CenterWorld): void {
  app.get(
    `${path}/:caseId/pairs/:candidate`,
    {
      onRequest: lookers,
      schema: {
        summary: 'Finger by finger: the score, and which minutiae are which',
        params: PairParams,
        response: { 200: PairsReply },
      },
    },
    async (request) => {
      const held = await getAdjudication(world, request.params.caseId)
      const candidate = shownCase(held, request.params.candidate)
      return pairFingers(world, held.caseId, candidate)
    },
  )
}

function addImages(app: HttpApp, world: CenterWorld): void {
  app.get(
    `${path}/:caseId/images/:which/:item`,
    {
      onRequest: lookers,
      schema: { summary: 'A photo, a signature or a finger, as PNG', params: ImageParams },
    },
    async (request, reply) => {
      const { which, item } = request.params
      const held = await getAdjudication(world, request.params.caseId)
      const of = which === 'newcomer' ? held.caseId : shownCase(held, which).caseId
      const png = await readImage(world, of, item)
      if (png === undefined) return refuse(404, { code: 'adjudication.no-image' })
      const subject = { caseId: held.caseId, of, item }
      await recordLook(world, accountOf(request).accountId, 'adjudication.image-seen', subject)
      return reply.type('image/png').send(Buffer.from(png))
    },
  )
}

async function getAdjudication({ db }: CenterWorld, caseId: string): Promise<Adjudication> {
  const held = await findAdjudication(db, caseId)
  return held ?? refuse(404, { code: 'adjudication.unknown' })
}

function shownCase(held: Adjudication, candidate: string): Candidate {
  const shown = held.candidates.find((it) => it.caseId === candidate)
  return shown ?? refuse(404, { code: 'adjudication.unknown' })
}

async function claimShown({ db }: CenterWorld, { claimedBy }: Adjudication, accountId: string) {
  if (claimedBy === undefined) return null
  const account = await findAccount(db as never, claimedBy)
  return { name: account?.displayName ?? '', own: claimedBy === accountId }
}

/** Nobody sees another's verdict before giving their own, but who decides between the two. */
async function opinionsShown(
  world: CenterWorld,
  { caseId, decided }: Adjudication,
  who: Speaker,
): Promise<
  Pick<AdjudicationReply, 'standing' | 'mayTake' | 'lacksExpert' | 'experts' | 'opinions'>
> {
  const all = await readOpinions(world.db, caseId)
  const isOpen = decided === undefined
  const { standing, seesAll } = sightOf(all, who)
  const experts = await readExperts(world.db)
  return {
    standing,
    lacksExpert: isOpen && lacksExpert(all, experts),
    experts: experts.length,
    mayTake: isOpen && checkTurn(all, who).ok,
    opinions: all
      .filter((it) => !isOpen || seesAll || it.by === who.accountId)
      .map((it) => ({
        own: it.by === who.accountId,
        verdict: it.verdict,
        sameAs: it.sameAs,
        reason: reasonOf(world, caseId, it),
        atMs: it.atMs,
      })),
  }
}

async function recordLook(
  { db, clock }: CenterWorld,
  actor: AccountId,
  act: CenterAct,
  subject: Readonly<Record<string, string>>,
): Promise<void> {
  await db
    .transaction()
    .execute((transaction) => recordCenterAct(transaction, { at: clock(), actor, act, subject }))
}
