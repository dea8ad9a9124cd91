// Gateway — SMS in and out while the office runs: the daemon, and a loop over its folders.

import { startLoop } from '#kit/loop'
import type { SmsLineState } from '../database/complaint-tables.ts'
import type { OfficeWorld } from '../world.ts'
import { decideDaemon, isInstalled, provideFolders, startDaemon } from './daemon.ts'
import { inboxReader } from './inbox.ts'
import { handOver, noteEnds } from './outbox.ts'
import type { ComplaintDesk } from './receive.ts'
import { noteLine } from './store.ts'

export interface SmsGateway {
  readonly state: SmsLineState
  stop(): Promise<void>
}

const idleMs = 1_000
/** After this many texts handed over in one turn there are likely more. */
const busyTurn = 20

/** Starts it as far as the installation has it; without, complaints come by the other ways. */
export async function startSmsGateway(
  world: OfficeWorld,
  desk: ComplaintDesk,
): Promise<SmsGateway> {
  const plan = decideDaemon(world.settings)
  if (plan.kind === 'off') return notRunning(world, 'off')
  if (plan.kind === 'own' && !(await isInstalled())) {
    world.log('sms: gammu-smsd is not installed, so SMS is off (Debian: apt install gammu-smsd)')
    return notRunning(world, 'not-installed')
  }
  if (!(await canWorkIn(plan.folder))) {
    world.log(`sms: the folder ${plan.folder} cannot be written to, so SMS is off`)
    return notRunning(world, 'off')
  }
  const state = plan.kind === 'own' ? 'running' : 'outside'
  await noteLine(world, { state, problem: undefined })
  const onTrouble = (problem: string) => {
    world.log(`sms: ${problem}`)
    noteLine(world, { state, problem }).catch(() => {})
  }
  const daemon =
    plan.kind === 'own' ? await startDaemon(plan.folder, plan.modem, onTrouble) : undefined
  const loop = startFolderLoop(world, desk, plan.folder)
  return {
    state,
    async stop() {
      await loop.stop()
      await daemon?.stop()
      await noteLine(world, { state: 'off', problem: undefined })
    },
  }
}

function startFolderLoop(world: OfficeWorld, desk: ComplaintDesk, folder: string) {
  const inbox = inboxReader(world, desk, folder)
  return startLoop({
    async turn() {
      await inbox.takeRound()
      await noteEnds(world, folder)
      return (await handOver(world, folder)) >= busyTurn
    },
    idleMs,
    onFault: (error) => world.log(`sms: ${error instanceof Error ? error.message : 'a fault'}`),
  })
}

/** An office works without SMS, so a folder that is gone does not keep it from opening. */
function canWorkIn(folder: string): Promise<boolean> {
  return provideFolders(folder).then(
    () => true,
    () => false,
  )
}

async function notRunning(world: OfficeWorld, state: SmsLineState): Promise<SmsGateway> {
  await noteLine(world, { state, problem: undefined })
  return { state, stop: async () => {} }
}
