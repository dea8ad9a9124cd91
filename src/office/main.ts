// Main — the office begins: its world, its routes, its rounds, its line to the center, its SMS.

import { demandPort } from '#kit/node/ports'
import { createSampleAccounts } from '#staff/sample-accounts'
import { openOfficeWorld } from './open-world.ts'
import { startLineWorker } from './outbox/worker.ts'
import { stockSampleCards } from './printing/sample-stock.ts'
import { tidySpool } from './printing/spool.ts'
import { registerWaiting } from './register/sweep.ts'
import { startRounds } from './rounds.ts'
import { createOfficeServer } from './server.ts'
import type { OfficeSettings } from './settings.ts'
import { startSmsGateway } from './sms/gateway.ts'
import { smsDeskOf } from './sms-desk.ts'
import type { OfficeWorld } from './world.ts'

export interface RunningOffice {
  readonly address: string
  readonly world: OfficeWorld
  stop(): Promise<void>
}

/** Everything in order; what was started ends in the opposite order. */
export async function startOffice(
  settings: OfficeSettings,
  log: (line: string) => void,
): Promise<RunningOffice> {
  await demandPort(settings.port, 'LOKET_OFFICE_PORT', settings.host)
  const line = { wake: () => {} }
  const needs = { log, wakeLine: () => line.wake() }
  const { world, close } = await openOfficeWorld(settings, needs, 'program')
  try {
    return await openDoors(world, line, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function openDoors(
  world: OfficeWorld,
  line: { wake: () => void },
  close: () => Promise<void>,
): Promise<RunningOffice> {
  const { settings } = world
  if (settings.demo) {
    await createSampleAccounts(world)
    await stockSampleCards(world)
  }
  await tidySpool(world)
  await registerWaiting(world)

  const server = await createOfficeServer(world)
  const worker = startLineWorker(world)
  line.wake = worker.wake
  const rounds = startRounds(world)
  const sms = await startSmsGateway(world, smsDeskOf(world))
  const address = await server.listen({ port: settings.port, host: settings.host })
  server.ready()
  return {
    address,
    world,
    async stop() {
      await server.stop()
      await rounds.stop()
      await worker.stop()
      await sms.stop()
      await close()
    },
  }
}
