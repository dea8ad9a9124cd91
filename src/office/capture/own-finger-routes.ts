// Own finger routes — an operator's own fingers, so that none of them ever stands in another's record.
//
// An operator registers his own; replacing what is registered takes the administrator, or a guard
// could be blinded by whom it guards against.

import type { FastifyRequest } from 'fastify'
import { type FingerPosition, slaps } from '#enrollment/fingers'
import { qualityAccepted } from '#finger'
import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import type { AccountId } from '#staff/account'
import { accountOf, allow } from '#staff/guard'
import { recordAct } from '../log/act.ts'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import {
  readScannedSlap,
  type ScannedFinger,
  scannerAnswerBytesMax,
  scannerRequestOf,
} from '../records/scanner.ts'
import { askSlap, closeSlap, findSlap } from '../records/slaps.ts'
import { sealTemplate, templateContext } from '../records/templates.ts'
import type { OfficeWorld } from '../world.ts'
import {
  AskOwnSlapRequest,
  OwnFingersQuery,
  OwnFingersReply,
  OwnSlapTaken,
  SlapAsked,
  TakeOwnSlapRequest,
} from './wire.ts'

const whoMay = allow('operator-ktp', 'administrator')

export function ownFingerRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/operator-fingers',
    {
      onRequest: whoMay,
      schema: {
        summary: 'Which fingers of an operator are registered',
        querystring: OwnFingersQuery,
        response: { 200: OwnFingersReply },
      },
    },
    async (request): Promise<OwnFingersReply> => {
      const of = await demandOperator(world, request, request.query.accountId)
      const { scannerPorts } = world.settings
      return { positions: [...(await registered(world.db, of))], scannerPorts }
    },
  )

  app.post(
    '/api/operator-fingers/transaction',
    {
      onRequest: whoMay,
      schema: {
        summary: 'Ask for a press of an operator’s fingers',
        body: AskOwnSlapRequest,
        response: { 200: SlapAsked },
      },
    },
    async (request): Promise<SlapAsked> => {
      const { slap, accountId, deviceId = '1' } = request.body
      const of = await demandOperator(world, request, accountId)
      const positions = [...slaps[slap]]
      const asked = await world.db
        .transaction()
        .execute((transaction) => askSlap(transaction, world, scopeOf(of), positions))
      const body = scannerRequestOf(world, { ...asked, deviceId, exceptions: [] })
      return { ...asked, positions, request: body }
    },
  )

  app.post(
    '/api/operator-fingers',
    {
      onRequest: whoMay,
      bodyLimit: scannerAnswerBytesMax,
      schema: {
        summary: 'Register an operator’s fingers from the scanner’s answer',
        body: TakeOwnSlapRequest,
        response: { 200: OwnSlapTaken },
      },
    },
    async (request): Promise<OwnSlapTaken> => {
      const { transactionId, response, accountId } = request.body
      const of = await demandOperator(world, request, accountId)
      const asked = valueOrRefuse(await findSlap(world.db, scopeOf(of), transactionId), 409)
      if (asked.isAnswered) refuse(409, { code: 'slap.unknown' })
      const scanned = valueOrRefuse(await readScannedSlap(world, asked, response))
      const mayReplace = accountOf(request).role === 'administrator'
      const fingers = await world.db.transaction().execute(async (transaction) => {
        const kept = await register(transaction, world, of, scanned.fingers, mayReplace)
        await closeSlap(transaction, world, transactionId, scanned.lastHash)
        await recordAct(transaction, {
          at: world.clock(),
          actor: accountOf(request).accountId,
          act: 'operator.fingers-registered',
          subject: { accountId: of },
        })
        return kept
      })
      return { fingers, notTaken: [...scanned.notTaken] }
    },
  )
}

async function register(
  transaction: OfficeTransaction,
  { vault, clock }: OfficeWorld,
  accountId: AccountId,
  fingers: readonly ScannedFinger[],
  mayReplace: boolean,
): Promise<OwnSlapTaken['fingers']> {
  const there = await registered(transaction, accountId)
  const kept: OwnSlapTaken['fingers'] = []
  for (const { position, template, score, problems } of fingers) {
    const isGood = template !== undefined && score >= qualityAccepted
    if (isGood && (mayReplace || !there.includes(position))) {
      const context = templateContext.operator(accountId, position)
      const row = {
        sealed_template: sealTemplate(vault, template, context),
        taken_at: new Date(clock()),
      }
      await transaction
        .insertInto('operator_fingers')
        .values({ account_id: accountId, position, ...row })
        .onConflict((conflict) => conflict.columns(['account_id', 'position']).doUpdateSet(row))
        .execute()
    }
    const isThere = isGood || there.includes(position)
    kept.push({ position, quality: score, problems: [...problems], registered: isThere })
  }
  return kept
}

async function registered(
  db: OfficeDb | OfficeTransaction,
  accountId: AccountId,
): Promise<readonly FingerPosition[]> {
  const rows = await db
    .selectFrom('operator_fingers')
    .select('position')
    .where('account_id', '=', accountId)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.position as FingerPosition)
}

/** Oneself, or the operator whom the administrator names. */
async function demandOperator(
  { db }: OfficeWorld,
  request: FastifyRequest,
  named: string | undefined,
): Promise<AccountId> {
  const account = accountOf(request)
  if (account.role !== 'administrator') {
    const isSelf = named === undefined || named === account.accountId
    return isSelf ? account.accountId : refuse(403, { code: 'operator.other' })
  }
  const rows = await db
    .selectFrom('accounts')
    .select('account_id')
    .where('role', '=', 'operator-ktp')
    .execute()
  const found = rows.find((row) => row.account_id === named)
  return found ? (found.account_id as AccountId) : refuse(404, { code: 'operator.unknown' })
}

function scopeOf(accountId: AccountId): string {
  return `operator/${accountId}`
}
