// Center — runs the data centre alone, or does one of its acts from the command line.

import type { CenterSettings } from '#center'
import { dropEarlier, makeOfficeCode, openCenterWorld, remakeTemplates, startCenter } from '#center'
import { firstAdministrator } from '../first-administrator.ts'
import { readSettings } from '../settings.ts'
import { untilStopped } from '../until-stopped.ts'
import { isPipelineAct, runPipelineAct } from './pipeline.ts'

const log = (line: string) => process.stderr.write(`${line}\n`)

const usage = `usage: ./loket center
       ./loket center office-code OFFICE-NAME
       ./loket center first-administrator NAME DISPLAY-NAME
       ./loket center remake-templates
       ./loket center drop-earlier-templates
       ./loket center pause | drain | resume | status`

export async function runCenter([act, ...args]: readonly string[]): Promise<number> {
  const settings = readSettings(process.env, process.cwd())
  if (act === undefined) {
    const center = await startCenter(settings.center, log)
    log(`center ready on ${center.address}`)
    return untilStopped(center)
  }
  const isCode = act === 'office-code' && args.length === 1
  if (act === 'remake-templates' && args.length === 0) return runRemakeTemplates(settings.center)
  if (act === 'drop-earlier-templates' && args.length === 0) return runDrop(settings.center)
  if (isPipelineAct(act) && args.length === 0) return runPipelineAct(settings.center, act)
  if (!isCode && act !== 'first-administrator') {
    log(usage)
    return 2
  }
  const { world, close } = await openCenterWorld(settings.center, () => {}, 'command')
  try {
    if (!isCode) return await firstAdministrator(world, args)
    process.stdout.write(`${await makeOfficeCode(world, args[0] as string)}\n`)
    return 0
  } finally {
    await close()
  }
}

/** Beside centers that run, or alone. */
async function runRemakeTemplates(settings: CenterSettings): Promise<number> {
  const { world, close } = await openCenterWorld(settings, log, 'command')
  try {
    const { remade, failed } = await remakeTemplates(world)
    log(`templates made anew for ${remade} people, not for ${failed}`)
    return failed === 0 ? 0 : 1
  } finally {
    await close()
  }
}

/** Once no process of an earlier version runs any more. */
async function runDrop(settings: CenterSettings): Promise<number> {
  const { world, close } = await openCenterWorld(settings, log, 'command')
  try {
    log(`${await dropEarlier(world)} templates of earlier versions dropped`)
    return 0
  } finally {
    await close()
  }
}
