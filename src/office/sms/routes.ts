// Routes — how the SMS gateway is, without a number or a text; and the demonstration's dummy phone.

import type { HttpApp } from '#kit/node/http-app'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import { parsePhone } from '#resident/phone'
import { allow } from '#staff/guard'
import type { OfficeWorld } from '../world.ts'
import { decideDaemon } from './daemon.ts'
import { answersTo, putIntoPhone } from './dummy-phone.ts'
import { readLine } from './store.ts'
import { DummyAnswers, DummyMessage, DummyNumber, SmsReply } from './wire.ts'

export function smsRoutes(app: HttpApp, world: OfficeWorld): void {
  app.get(
    '/api/sms',
    {
      onRequest: allow('administrator', 'supervisor', 'camat'),
      schema: {
        summary: 'Whether SMS comes and goes, and how much of it',
        response: { 200: SmsReply },
      },
    },
    async (): Promise<SmsReply> => ({
      ...(await readLine(world)),
      smsNumber: world.settings.smsNumber,
      dummy: dummyFolder(world) !== undefined,
    }),
  )
  if (dummyFolder(world) !== undefined) dummyRoutes(app, world)
}

/** With a real modem these do not exist: nobody reads what was sent to a resident. */
function dummyRoutes(app: HttpApp, world: OfficeWorld): void {
  app.post(
    '/api/sms/dummy',
    {
      onRequest: allow('administrator'),
      schema: {
        summary: 'Demonstration only: a message as from a resident’s phone',
        body: DummyMessage,
        response: { 200: DummyAnswers },
      },
    },
    async (request): Promise<DummyAnswers> => {
      const from = valueOrRefuse(parsePhone(request.body.from))
      const folder = dummyFolder(world)
      const { state } = await readLine(world)
      if (folder === undefined || state !== 'running') return refuse(409, { code: 'sms.no-dummy' })
      await putIntoPhone(folder, from, request.body.text)
      return { answers: [...(await answersTo(world, from))] }
    },
  )

  // Asked with a body, for a number has no place in a URL.
  app.post(
    '/api/sms/dummy/answers',
    {
      onRequest: allow('administrator'),
      schema: {
        summary: 'Demonstration only: what was answered to a number',
        body: DummyNumber,
        response: { 200: DummyAnswers },
      },
    },
    async (request): Promise<DummyAnswers> => {
      const to = valueOrRefuse(parsePhone(request.body.to))
      return { answers: [...(await answersTo(world, to))] }
    },
  )
}

function dummyFolder({ settings }: OfficeWorld): string | undefined {
  const plan = decideDaemon(settings)
  return plan.kind === 'own' && plan.modem.model === 'dummy' ? plan.folder : undefined
}
