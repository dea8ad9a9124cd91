// Routes — how the SMS gateway is; never a number or a text.

import type { HttpApp } from '#kit/node/http-app'
import { allow } from '#staff/guard'
import type { OfficeWorld } from '../world.ts'
import { decideDaemon } from './daemon.ts'
import { readLine } from './store.ts'
import { SmsReply } from './wire.ts'

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
    async (): Promise<SmsReply> => {
      const plan = decideDaemon(world.settings)
      return {
        ...(await readLine(world)),
        smsNumber: world.settings.smsNumber,
        dummy: plan.kind === 'own' && plan.modem.model === 'dummy',
      }
    },
  )
}
