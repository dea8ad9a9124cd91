// Center — runs the data centre alone, makes a code for an office, makes the first administrator.

import { makeOfficeCode, openCenterWorld, startCenter } from '#center'
import { firstAdministrator } from '../first-administrator.ts'
import { readSettings } from '../settings.ts'
import { untilStopped } from '../until-stopped.ts'

const log = (line: string) => process.stderr.write(`${line}\n`)

export async function runCenter([act, ...args]: readonly string[]): Promise<number> {
  const settings = readSettings(process.env, process.cwd())
  if (act === undefined) {
    const center = await startCenter(settings.center, log)
    log(`center ready on ${center.address}`)
    return untilStopped(center)
  }
  const isCode = act === 'office-code' && args.length === 1
  if (!isCode && act !== 'first-administrator') {
    log('usage: ./loket center [office-code OFFICE-NAME | first-administrator NAME DISPLAY-NAME]')
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
