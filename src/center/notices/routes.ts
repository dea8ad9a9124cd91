// Routes — the supervisor writes a notice to all offices, or withdraws it.

import type { HttpApp } from '#kit/node/http-app'
import { valueOrRefuse } from '#kit/node/http-refusal'
import { accountOf, allow } from '#staff/guard'
import type { CenterWorld } from '../world.ts'
import { listStanding, withdrawNotice, writeNotice } from './store.ts'
import { NoticeRequest, NoticesReply, WithdrawRequest } from './wire.ts'

const supervisors = { onRequest: allow('supervisor', 'administrator') }

export function noticeRoutes(app: HttpApp, world: CenterWorld): void {
  const standing = async () => ({ notices: await listStanding(world.db, world.clock()) })

  app.get(
    '/api/notices',
    {
      ...supervisors,
      schema: { summary: 'The notices that offices are shown', response: { 200: NoticesReply } },
    },
    standing,
  )

  app.post(
    '/api/notices',
    {
      ...supervisors,
      schema: {
        summary: 'Tell all offices of an outage, a pause or maintenance',
        body: NoticeRequest,
        response: { 201: NoticesReply },
      },
    },
    async (request, reply) => {
      const { text, ...rest } = request.body
      const notice = { ...rest, text: { id: text.id.trim(), en: text.en.trim() } }
      valueOrRefuse(await writeNotice(world, notice, accountOf(request).accountId))
      reply.code(201)
      return standing()
    },
  )

  app.post(
    '/api/notices/withdraw',
    {
      ...supervisors,
      schema: {
        summary: 'Take a notice back: offices no longer show it',
        body: WithdrawRequest,
        response: { 200: NoticesReply },
      },
    },
    async (request) => {
      const { noticeId } = request.body
      valueOrRefuse(await withdrawNotice(world, noticeId, accountOf(request).accountId), 404)
      return standing()
    },
  )
}
