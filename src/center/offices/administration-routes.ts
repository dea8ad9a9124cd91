// Administration routes — which offices are enrolled here, and one-time codes for new ones.

import { Type } from 'typebox'
import type { HttpApp } from '#kit/node/http-app'
import { refuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import { officeCodeLifeMs, officesMax } from '../limits.ts'
import { recordCenterAct } from '../log/act.ts'
import type { CenterDb } from '../log/log.ts'
import type { CenterWorld } from '../world.ts'
import { makeOfficeCode, revokeOffice } from './store.ts'
import { OfficeCodeReply, OfficeCodeRequest, OfficesReply, RevokedReply } from './wire.ts'

const administrators = { onRequest: allow('administrator') }

export function officeAdministrationRoutes(app: HttpApp, world: CenterWorld): void {
  addRevocation(app, world)

  app.get(
    '/api/offices',
    {
      ...administrators,
      schema: { summary: 'The offices enrolled here', response: { 200: OfficesReply } },
    },
    async () => ({
      offices: await listOffices(world.db),
      openCodes: await listOpenCodes(world.db, world.clock()),
    }),
  )

  app.post(
    '/api/offices/codes',
    {
      ...administrators,
      schema: {
        summary: 'Make a code that enrolls one office, once; it is shown this one time',
        body: OfficeCodeRequest,
        response: { 201: OfficeCodeReply },
      },
    },
    async (request, reply) => {
      const madeFor = request.body.madeFor.trim()
      const at = world.clock()
      const code = await world.db.transaction().execute(async (transaction) => {
        const made = await makeOfficeCode({ ...world, db: transaction }, madeFor)
        const actor = accountOf(request).accountId
        const act = 'office-code.made' as const
        await recordCenterAct(transaction, { at, actor, act, subject: {} })
        return made
      })
      reply.code(201)
      return { code, madeFor, expiresAtMs: at + officeCodeLifeMs }
    },
  )
}

function addRevocation(app: HttpApp, world: CenterWorld): void {
  app.post(
    '/api/offices/:officeId/revocation',
    {
      ...administrators,
      schema: {
        summary: 'Revoke an office’s key, for good: a new one is enrolled with a new code',
        params: Type.Object({ officeId: Type.String({ format: 'uuid' }) }),
        response: { 200: RevokedReply },
      },
    },
    async (request) => {
      const { officeId } = request.params
      const at = world.clock()
      const revoked = await world.db.transaction().execute(async (transaction) => {
        const done = await revokeOffice(transaction, officeId, at)
        if (done?.isNew === true) {
          const actor = accountOf(request).accountId
          const act = 'office.revoked' as const
          await recordCenterAct(transaction, { at, actor, act, subject: { officeId } })
        }
        return done
      })
      if (revoked === undefined) return refuse(404, { code: 'office.unknown' })
      return { revokedAtMs: revoked.revokedAtMs }
    },
  )
}

async function listOffices(db: CenterDb): Promise<OfficesReply['offices']> {
  const rows = await db
    .selectFrom('offices')
    .leftJoin('inbox', 'inbox.office_id', 'offices.office_id')
    .select(['offices.office_id', 'offices.name', 'enrolled_at', 'revoked_at'])
    .select((eb) => [
      eb.fn.max('received_at').as('last'),
      eb.fn.count<number>('packet_digest').as('packets'),
    ])
    .groupBy('offices.office_id')
    .orderBy('offices.name')
    .limit(officesMax)
    .execute()
  return rows.map((row) => ({
    officeId: row.office_id,
    name: row.name,
    enrolledAtMs: row.enrolled_at.getTime(),
    lastPacketAtMs: (row.last as Date | null)?.getTime() ?? null,
    packetCount: Number(row.packets),
    revokedAtMs: row.revoked_at?.getTime() ?? null,
  }))
}

async function listOpenCodes(db: CenterDb, nowMs: number): Promise<OfficesReply['openCodes']> {
  const rows = await db
    .selectFrom('office_codes')
    .select(['made_for', 'expires_at'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(nowMs))
    .orderBy('expires_at')
    .limit(officesMax)
    .execute()
  return rows.map((row) => ({ madeFor: row.made_for, expiresAtMs: row.expires_at.getTime() }))
}
