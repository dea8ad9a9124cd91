// Pipeline — pauses, drains and resumes the center's pipeline, and says how it stands.

import {
  type CenterSettings,
  changeMode,
  openCenterWorld,
  type PipelineMode,
  readControl,
} from '#center'

const modes: Readonly<Record<string, PipelineMode>> = {
  pause: 'paused',
  drain: 'draining',
  resume: 'running',
}

export function isPipelineAct(act: string): boolean {
  return act === 'status' || Object.hasOwn(modes, act)
}

/** The program's processes see it in the database, within a second. */
export async function runPipelineAct(settings: CenterSettings, act: string): Promise<number> {
  const { world, close } = await openCenterWorld(settings, () => {}, 'command')
  try {
    const mode = modes[act]
    const atMs = world.clock()
    if (mode !== undefined) await changeMode(world.db, mode, { actor: 'system', atMs })
    const { changedAtMs, inHandCount, ...control } = await readControl(world.db, world.clock())
    const since = new Date(changedAtMs).toISOString()
    process.stdout.write(`${control.mode} since ${since}, packets in hand: ${inHandCount}\n`)
    return 0
  } finally {
    await close()
  }
}
